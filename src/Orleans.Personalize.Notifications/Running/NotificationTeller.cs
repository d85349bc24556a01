using Microsoft.Extensions.Logging;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Notifications.Running;

/// <summary>
/// Sends what is due to one profile. For each message: the claim is recorded and durable first, then it is sent, then what became of it is recorded. So a crash, or
/// several senders at once, send nothing twice by themselves; what a crash cuts off is an e-mail to be tried again, with the same id, or a push
/// message that is given up. Safe for concurrent use.
/// </summary>
public sealed class NotificationTeller
{
    private static readonly NotificationKind[] Kinds = Enum.GetValues<NotificationKind>();
    private readonly IMessageDesk _desk;
    private readonly Dictionary<NotificationChannel, INotificationSender> _senders;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly TimeSpan _longestRest;

    /// <summary>Sends over channels.</summary>
    /// <param name="desk">The service whose profiles are told.</param>
    /// <param name="senders">One for each channel; what a channel without one would carry waits.</param>
    /// <param name="time">Says what time it is.</param>
    /// <param name="logger">Takes what is worth telling.</param>
    /// <param name="longestRest">How long a profile is left alone at most to which nothing is due.</param>
    /// <exception cref="ArgumentException">A channel has two senders.</exception>
    public NotificationTeller(IMessageDesk desk, IEnumerable<INotificationSender> senders, TimeProvider time, ILogger logger, TimeSpan longestRest)
    {
        _desk = desk;
        _senders = senders.ToDictionary(sender => sender.Channel);
        _time = time;
        _logger = logger;
        _longestRest = longestRest;
    }

    /// <summary>Whether there is a channel on which a profile can be reached and does not refuse everything.</summary>
    public static bool CanReach(ProfileSettings profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Notifications is { } reach
            && ((reach.Email is not null && Wants(reach, NotificationChannel.Email)) || (reach.PushToken is not null && Wants(reach, NotificationChannel.Push)));
    }

    /// <summary>Sends a profile what is due to it now, one message at most.</summary>
    /// <returns>When to ask again; null for soon, because something is under way or went wrong.</returns>
    public async Task<DateTimeOffset?> TellAsync(ProfileSettings profile, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return (await StepAsync(profile, cancellationToken)).Until;
    }

    /// <summary>Plans for a profile; null where it was erased.</summary>
    internal static async Task<NotificationPlan?> PlanAsync(IMessageDesk desk, ProfileId profile, CancellationToken cancellationToken)
    {
        try
        {
            return await desk.PlanAsync(profile, cancellationToken);
        }
        catch (UnknownProfileException)
        {
            return null;
        }
    }

    /// <summary>Sends a profile what is due to it, and says what was done and when to ask again; null for soon.</summary>
    internal async Task<(Step Step, DateTimeOffset? Until)> StepAsync(ProfileSettings profile, CancellationToken cancellationToken)
    {
        var told = await TryAsync(profile, cancellationToken);
        RunnerMetrics.Count(told.Step);
        return told;
    }

    private static bool Wants(NotificationSettings reach, NotificationChannel channel) => Kinds.Any(kind => !reach.OptOuts.Any(refusal => refusal.Refuses(channel, kind)));

    private async Task<(Step Step, DateTimeOffset? Until)> TryAsync(ProfileSettings profile, CancellationToken cancellationToken)
    {
        try
        {
            var plan = await PlanAsync(_desk, profile.Id, cancellationToken);
            if (plan is not { Send: { } due, Claim: { } claim })
                return (Step.Planned, NextOf(plan));
            if (!_senders.TryGetValue(due.Channel, out var sender) || !sender.IsReady)
                return (Step.Waiting, null);
            var receipt = (await _desk.RecordAsync([claim], cancellationToken))[0];
            if (receipt.Outcome != EventOutcome.Accepted)
                return (Step.LeftToOthers, null);
            return (await SendAsync(sender, new OutgoingNotification(profile, due), claim), null);
        }
#pragma warning disable CA1031 // What goes wrong at one profile must not keep the others from theirs.
        catch (Exception trouble) when (trouble is not OperationCanceledException)
#pragma warning restore CA1031
        {
            RunnerLog.Troubled(_logger, profile.Id, trouble);
            return (Step.Troubled, null);
        }
    }

    private DateTimeOffset NextOf(NotificationPlan? plan)
    {
        var longest = _time.GetUtcNow() + _longestRest;
        return plan?.NextAt is { } next && next < longest ? next : longest;
    }

    // Once it is taken on, a message is sent and what became of it is recorded even when this process is told to stop; senders have limits of their own.
    private async Task<Step> SendAsync(INotificationSender sender, OutgoingNotification notification, NotificationClaimed claim)
    {
        var outcome = await sender.SendAsync(notification, CancellationToken.None);
        if (outcome.Status == SendStatus.Uncertain)
        {
            RunnerLog.Uncertain(_logger, claim.Notification, claim.Attempt, outcome.Reason);
            return Step.Uncertain;
        }

        await _desk.RecordAsync([EventOf(outcome, claim)], CancellationToken.None);
        if (outcome.Status == SendStatus.Sent)
            return Step.Sent;
        RunnerLog.Failed(_logger, claim.Notification, outcome.Reason);
        return Step.Failed;
    }

    private ProfileEvent EventOf(SendOutcome outcome, NotificationClaimed claim)
    {
        const int longestReason = 500;
        var now = _time.GetUtcNow().ToOffset(claim.Time.Offset);
        if (outcome.Status == SendStatus.Sent)
        {
            return new NotificationSent
            {
                Id = new EventId($"sent-{claim.Notification}"),
                Profile = claim.Profile,
                Time = now,
                Notification = claim.Notification,
                About = claim.About,
                Channel = claim.Channel,
                Kind = claim.Kind,
            };
        }

        return new NotificationFailed
        {
            Id = new EventId($"failed-{claim.Notification}"),
            Profile = claim.Profile,
            Time = now,
            Notification = claim.Notification,
            Reason = outcome.Reason is { Length: > longestReason } reason ? reason[..longestReason] : outcome.Reason,
        };
    }
}
