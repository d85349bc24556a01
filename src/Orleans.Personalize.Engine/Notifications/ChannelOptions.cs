namespace Orleans.Personalize.Engine.Notifications;

/// <summary>What is believed of a channel and how much goes over it.</summary>
public sealed record ChannelOptions
{
    /// <summary>Share of messages that are opened, where nothing is known of the profile, in (0,1).</summary>
    public required double OpenRate { get; init; }

    /// <summary>What a message costs in patience, in openings: about the rate of openings below which nobody should be disturbed.</summary>
    public required double Cost { get; init; }

    /// <summary>Most messages in seven days.</summary>
    public required int MostInWeek { get; init; }

    /// <summary>Hours between two messages.</summary>
    public required double SpacingHours { get; init; }
}
