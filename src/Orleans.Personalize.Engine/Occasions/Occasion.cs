using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Occasions;

/// <summary>When and on what something is watched: the time of the week where the profile is, and the screen.</summary>
public readonly record struct Occasion
{
    /// <summary>How many values <see cref="Number"/> has.</summary>
    public const int Count = 1 + (Parts * Parts / 2 * ScreensOf);

    private const int Parts = 4;
    private const int ScreensOf = Screens.Count - Screens.Unknown;

    // What a play on another screen tells of one on this, and one on who knows which.
    private const float OtherScreen = 0.15f;
    private const float SomeScreen = 0.5f;

    // What a play in the part of the day before or after tells of this one, in the one opposite, and on other days of the week.
    private const float NextPart = 0.2f;
    private const float OppositePart = 0.05f;
    private const float OtherDays = 0.4f;

    /// <summary>How many values <see cref="PartOfWeek"/> has.</summary>
    internal const int PartsOfWeek = 2 * Parts;

    internal Occasion(LocalTime time, byte screen) => (Time, Screen) = (time, screen);

    /// <summary>
    /// The occasion among a few kinds of them, for counting: weekday or weekend, morning, afternoon, evening or night, and screen; from 1, as 0 stands for
    /// an occasion of which nothing is known.
    /// </summary>
    public int Number => 1 + (((((Time.IsWeekend ? 1 : 0) * Parts) + (int)Time.Part) * ScreensOf) + Screen - Screens.Unknown);

    /// <summary>Weekday or weekend, and morning, afternoon, evening or night, from 0.</summary>
    internal int PartOfWeek => PartOfWeekOf(Number);

    internal LocalTime Time { get; }

    internal byte Screen { get; }

    /// <summary>The occasion of a moment.</summary>
    /// <param name="local">The moment with the offset from UTC of the place.</param>
    /// <param name="device">The screen, where known.</param>
    public static Occasion Of(DateTimeOffset local, DeviceKind? device) =>
        new(LocalTime.Of((long)(local.DateTime - Interaction.Origin.DateTime).TotalSeconds), Screens.Of(device));

    /// <summary>The <see cref="PartOfWeek"/> of an occasion by its number, which is not 0.</summary>
    internal static int PartOfWeekOf(int number) => (number - 1) / ScreensOf;

    /// <summary>How much a play on another occasion tells of this one, in (0,1].</summary>
    internal float Nearness(Occasion other) => Time.Nearness(other.Time) * NearnessOfScreen(Screen, other.Screen);

    /// <summary>The same by the numbers of occasions, neither of them 0.</summary>
    internal static float Nearness(int number, int other)
    {
        var (time, otherTime) = ((number - 1) / ScreensOf, (other - 1) / ScreensOf);
        var parts = Math.Abs((time % Parts) - (otherTime % Parts)) switch { 0 => 1, 2 => OppositePart, _ => NextPart };
        var days = time / Parts == otherTime / Parts ? 1 : OtherDays;
        return parts * days * NearnessOfScreen((byte)(((number - 1) % ScreensOf) + Screens.Unknown), (byte)(((other - 1) % ScreensOf) + Screens.Unknown));
    }

    private static float NearnessOfScreen(byte screen, byte other) =>
        screen == other ? 1 : screen == Screens.Unknown || other == Screens.Unknown ? SomeScreen : OtherScreen;
}
