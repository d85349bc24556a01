using Orleans.Personalize.Engine.Decay;
using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>The 40-bit keys under which names are remembered.</summary>
internal static class ProfileKeys
{
    private const int HoursInBand = 3;
    private const int Bands = 24 / HoursInBand;
    private const int Devices = 4;

    /// <summary>One more than the largest key of a habit.</summary>
    public const int HabitCells = 2 * Bands * Devices;

    /// <summary>The key of a name.</summary>
    public static ulong Of(string name) => StableHash64.Of(name) & Packing.KeyMask;

    /// <summary>A habit: weekday or weekend, three hours of the day, device.</summary>
    public static ulong OfHabit(DateTimeOffset local, DeviceKind device)
    {
        var weekend = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1 : 0;
        return (ulong)((((weekend * Bands) + (local.Hour / HoursInBand)) * Devices) + (int)device);
    }
}
