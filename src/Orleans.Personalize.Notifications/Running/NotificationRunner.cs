using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Notifications.Running;

/// <summary>
/// Sends what is due. For each message: the claim is recorded and durable first, then it is sent, then what became of it is recorded. So a crash, or
/// several runners at once, send nothing twice by themselves; what a crash cuts off is an e-mail to be tried again, with the same id, or a push
/// message that is given up.
/// </summary>
/// <remarks>
/// It remembers from round to round when the next message to each profile is due and asks again then; but after a while in any case, because what is new on
/// the service, and what a profile does, may be worth telling sooner. Forgotten with the process, which costs one round of asking everybody.
/// </remarks>
public sealed class NotificationRunner
{
    private const int ProfilesACall = 500;
    private const int AtOnce = 8;

    // News of an episode loses its worth in a day: an hour of it is not missed.
    private static readonly TimeSpan UsualRest = TimeSpan.FromHours(1);

    private readonly INotificationDesk _desk;
    private readonly Dictionary<NotificationChannel, INotificationSender> _senders;
    private readonly TimeProvider _time;
    private readonly ILogger<NotificationRunner> _logger;
    private readonly TimeSpan _longestRest;
    private ConcurrentDictionary<ProfileId, Rest> _resting = new();

    /// <summary>Sends over channels.</summary>
    /// <param name="desk">The service whose profiles are told.</param>
    /// <param name="senders">One for each channel; what a channel without one would carry waits.</param>
    /// <param name="time">Says what time it is.</param>
    /// <param name="logger">Takes what is worth telling.</param>
    /// <param name="longestRest">How long a profile is left alone at most to which nothing is due; an hour where null.</param>
    /// <exception cref="ArgumentException">A channel has two senders.</exception>
    public NotificationRunner(
        INotificationDesk desk,
        IEnumerable<INotificationSender> senders,
        TimeProvider time,
        ILogger<NotificationRunner> logger,
        TimeSpan? longestRest = null)
    {
        _longestRest = longestRest ?? UsualRest;
        _desk = desk;
        _senders = senders.ToDictionary(sender => sender.Channel);
        _time = time;
        _logger = logger;
    }

    /// <summary>Plans for every profile that can be reached. Sends nothing and changes nothing.</summary>
    /// <param name="desk">The service whose profiles are planned for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<PlannedProfile> PlanAllAsync(
        INotificationDesk desk, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(desk);
        await foreach (var profile in ReachableAsync(desk, cancellationToken))
        {
            if (await PlanAsync(desk, profile.Id, cancellationToken) is { } plan)
                yield return new PlannedProfile(profile, plan);
        }
    }

    /// <summary>Goes over all profiles once, asks those to which something may be due, and sends it, several at a time.</summary>
    public async Task<RunReport> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var tally = new Tally();
        var (before, after) = (_resting, new ConcurrentDictionary<ProfileId, Rest>());
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(ReachableAsync(_desk, cancellationToken), options, async (profile, token) =>
        {
            if (before.TryGetValue(profile.Id, out var rest) && rest.Holds(profile, _time.GetUtcNow()))
            {
                after[profile.Id] = rest;
                tally.Add(Step.Resting);
                return;
            }

            var (step, until) = await TellAsync(profile, token);
            if (until is { } due)
                after[profile.Id] = new Rest(due, profile);
            tally.Add(step);
            RunnerMetrics.Count(step);
        });
        _resting = after;
        var report = tally.Report();
        RunnerLog.RoundDone(_logger, report.Profiles, report.Resting, report.Sent, report.Failed, report.Uncertain);
        return report;
    }

    private static async IAsyncEnumerable<ProfileSettings> ReachableAsync(INotificationDesk desk, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ProfileId? after = null;
        do
        {
            var list = await desk.ListProfilesAsync(new ProfileQuery { Count = ProfilesACall, After = after }, cancellationToken);
            foreach (var profile in list.Profiles)
            {
                if (profile.Notifications is { } reach && (reach.Email is not null || reach.PushToken is not null))
                    yield return profile;
            }

            after = list.Next;
        }
        while (after is not null);
    }

    // Null where it was erased since it was listed.
    private static async Task<NotificationPlan?> PlanAsync(INotificationDesk desk, ProfileId profile, CancellationToken cancellationToken)
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

    // With when to ask again; null for the next round.
    private async Task<(Step Step, DateTimeOffset? Until)> TellAsync(ProfileSettings profile, CancellationToken cancellationToken)
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

    /// <summary>Nothing is due to a profile before a moment, as long as it is to be reached as it was.</summary>
    private readonly record struct Rest(DateTimeOffset Until, ProfileSettings For)
    {
        public bool Holds(ProfileSettings profile, DateTimeOffset now) =>
            now < Until
            && profile with { Notifications = null } == For with { Notifications = null }
            && AreSame(profile.Notifications, For.Notifications);

        // Records compare arrays by place, not by content.
        private static bool AreSame(NotificationSettings? one, NotificationSettings? other) =>
            one is null || other is null
                ? one == other
                : one with { OptOuts = [] } == other with { OptOuts = [] } && one.OptOuts.SequenceEqual(other.OptOuts);
    }
}
