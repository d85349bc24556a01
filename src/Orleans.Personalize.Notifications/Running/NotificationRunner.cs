using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Notifications.Running;

/// <summary>
/// Sends what is due to all profiles, as a <see cref="NotificationTeller"/> does to each. Several runners at once send nothing twice.
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
    private readonly NotificationTeller _teller;
    private readonly TimeProvider _time;
    private readonly ILogger<NotificationRunner> _logger;
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
        _teller = new NotificationTeller(desk, senders, time, logger, longestRest ?? UsualRest);
        _desk = desk;
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
            if (await NotificationTeller.PlanAsync(desk, profile.Id, cancellationToken) is { } plan)
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

            var (step, until) = await _teller.StepAsync(profile, token);
            if (until is { } due)
                after[profile.Id] = new Rest(due, profile);
            tally.Add(step);
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
