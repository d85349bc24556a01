using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Engine.Notifications;

/// <summary>What is believed of a kind of suggestion.</summary>
public sealed record KindOptions
{
    /// <summary>How much likelier than a usual message one of this kind is opened.</summary>
    public required double Interest { get; init; }

    /// <summary>What an opening is worth; 1 for a usual message.</summary>
    public required double Worth { get; init; }

    /// <summary>The share of that worth which is left on a push message, in [0,1]; with 0 it is never one.</summary>
    public required double OnPush { get; init; }

    /// <summary>The share which is left in an e-mail, that is read later.</summary>
    public required double OnEmail { get; init; }

    /// <summary>Hours of waiting for a better hour that cost it 1 - 1/e of its worth.</summary>
    public required double PatienceHours { get; init; }

    /// <summary>What an opening on a channel is worth.</summary>
    public double WorthOn(NotificationChannel channel) => Worth * (channel == NotificationChannel.Push ? OnPush : OnEmail);
}
