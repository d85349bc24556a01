namespace Orleans.Personalize.Engine.Profiles;

/// <summary>One visit of a profile to a title, as it is worked on.</summary>
/// <param name="Title">The title's catalogue number.</param>
/// <param name="Seconds">When it was last acted on, in seconds since <see cref="Interaction.Origin"/>.</param>
/// <param name="Level">Strength in twentieths, -20 to 20.</param>
/// <param name="Progress">How far it was watched.</param>
/// <param name="IsJudged">Whether the strength is what the profile said itself.</param>
/// <param name="Screen">On what it was played, see <see cref="Screens"/>; none where it was not played.</param>
internal readonly record struct HistoryEntry(int Title, uint Seconds, sbyte Level, WatchedTo Progress, bool IsJudged, byte Screen)
{
    /// <summary>Largest <see cref="Level"/>.</summary>
    public const int Levels = 20;

    private const int Progresses = 3;

    /// <summary>How many values <see cref="Mark"/> has.</summary>
    public const int Marks = ((2 * Levels) + 1) * Progresses * 2;

    /// <summary>-1 (strongly against) to 1 (strongly for).</summary>
    public float Strength => (float)Level / Levels;

    /// <summary>Strength, progress and judgement in one byte.</summary>
    public byte Mark => (byte)(((((Level + Levels) * Progresses) + (int)Progress) * 2) + (IsJudged ? 1 : 0));

    /// <summary>The entry with a <see cref="Mark"/>.</summary>
    public static HistoryEntry FromMark(int title, uint seconds, int mark, byte screen) => new(
        title,
        seconds,
        (sbyte)((mark / (2 * Progresses)) - Levels),
        (WatchedTo)(mark / 2 % Progresses),
        mark % 2 == 1,
        mark / 2 % Progresses == (int)WatchedTo.NotPlayed ? Screens.None : screen);

    /// <summary>A strength in twentieths.</summary>
    public static sbyte LevelOf(float strength) => (sbyte)Math.Clamp(MathF.Round(strength * Levels), -Levels, Levels);
}
