using Orleans.Personalize.Events;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>On what a title was played in a visit, as one small number.</summary>
internal static class Screens
{
    /// <summary>It was not played, or nothing is remembered of it.</summary>
    public const byte None = 0;

    /// <summary>It was played, who knows on what.</summary>
    public const byte Unknown = 1;

    /// <summary>How many numbers there are.</summary>
    public const int Count = Unknown + 1 + (int)DeviceKind.Web + 1;

    /// <summary>The number of a play.</summary>
    public static byte Of(DeviceKind? device) => device is { } known && Enum.IsDefined(known) ? (byte)(Unknown + 1 + (int)known) : Unknown;
}
