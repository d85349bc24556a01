using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Engine.Notifications;

/// <summary>When and how a suggestion is best sent, and what that is worth.</summary>
/// <param name="Channel">How.</param>
/// <param name="At">When, with the profile's offset from UTC; null for not at all.</param>
/// <param name="Hold">Why not now; null for now.</param>
/// <param name="Score">Openings that it is worth, less what it costs.</param>
/// <param name="OpenProbability">Chance that it is opened, in [0,1].</param>
/// <param name="Worth">What an opening is worth on that channel.</param>
/// <param name="Cost">What it costs in patience.</param>
internal readonly record struct SendTime(
    NotificationChannel Channel, DateTimeOffset? At, NotificationHold? Hold, double Score, double OpenProbability, double Worth, double Cost);
