using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Events;
using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.Grains.Telemetry;
using Orleans.Personalize.Queues;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace Orleans.Personalize.Grains.Queues;

/// <summary>
/// Brings what its stream delivers to the grains of the profiles, the events of each in their order. A delivery that could not be recorded is refused, and comes again after a
/// pause that grows; what cannot be recorded at all is kept as dead letters. Which profiles refuse for how long is not part of any state and does not survive deactivation.
/// </summary>
[ImplicitStreamSubscription(EventLanes.Namespace)]
internal sealed class EventLaneGrain(TimeProvider time, IOptions<PersonalizeGrainOptions> options, ILogger<EventLaneGrain> logger)
    : Grain, IEventLaneGrain, IStreamSubscriptionObserver, IAsyncBatchObserver<EventBatch>
{
    private const int ProfilesAtOnce = 32;

    // An error of the program does not go away with time, but a node of another version may not have it.
    private const int MostTries = 5;

    // Shorter than a delivery is waited for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // One that refused for long is given up at its next refusal; one that refused a day ago has a new chance.
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);
    private const int MostTroubled = 10_000;
    private readonly Dictionary<ProfileId, (DateTimeOffset Since, DateTimeOffset Last, int Tries)> _troubled = [];
    private string _tenant = string.Empty;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _tenant = GrainKey.Parse(this.GetPrimaryKeyString()).Tenant;
        return Task.CompletedTask;
    }

    Task IStreamSubscriptionObserver.OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<EventBatch>().ResumeAsync(this);

    async Task IAsyncBatchObserver<EventBatch>.OnNextAsync(IList<SequentialItem<EventBatch>> items)
    {
        var unreadable = items.Select(item => item.Item).Where(batch => batch.Unreadable is not null).ToArray();
        if (unreadable.Length > 0)
            await BuryAsync(options.Value.DefaultTenant, [.. unreadable.Select(batch => new DeadLetter { At = time.GetUtcNow(), Reason = batch.Reason ?? "cannot be read", Message = batch.Unreadable })]);

        var dead = new List<DeadLetter>();
        Exception? trouble = null;
        foreach (var some in items.SelectMany(item => item.Item.Events).GroupBy(e => e.Profile).Chunk(ProfilesAtOnce))
        {
            foreach (var (letters, error) in await Task.WhenAll(some.Select(events => RecordAsync(events.Key, [.. events]))))
            {
                dead.AddRange(letters);
                trouble ??= error;
            }
        }

        // Delivered once more, all of it: what is recorded already changes nothing, and what cannot be is given up then.
        if (trouble is not null)
            throw new UnavailableException("not all events could be recorded", trouble);
        if (dead.Count > 0)
            await BuryAsync(_tenant, [.. dead]);
    }

    Task IAsyncBatchObserver<EventBatch>.OnErrorAsync(Exception ex)
    {
        QueueLog.StreamFailed(logger, ex, this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    /// <summary>Records events of one profile.</summary>
    /// <returns>What is given up, and why it must be tried again where it must.</returns>
    private async Task<(ImmutableArray<DeadLetter> Dead, Exception? Trouble)> RecordAsync(ProfileId profile, ImmutableArray<ProfileEvent> events)
    {
        try
        {
            var grain = GrainFactory.GetGrain<IProfileGrain>(new GrainKey(_tenant, profile.Value).ToString());
            var receipts = await grain.RecordAsync(events, catalogVersion: 0).WaitAsync(Patience);
            _troubled.Remove(profile);
            GrainTelemetry.Delivered(_tenant, receipts);
            return ([.. events.Zip(receipts).Where(pair => pair.Second.Outcome == EventOutcome.Rejected).Select(pair => Letter(pair.First, $"{pair.Second.Field} {pair.Second.Reason}"))], null);
        }
        catch (Exception error)
        {
            var now = time.GetUtcNow();
            var (since, last, tries) = _troubled.GetValueOrDefault(profile, (now, now, 0));
            if (now - last > Forgotten)
                (since, tries) = (now, 0);
            if (_troubled.Count >= MostTroubled)
                _troubled.Clear();
            _troubled[profile] = (since, now, tries + 1);
            var isOfTheMoment = error is UnavailableException or OrleansException or TimeoutException or OperationCanceledException;
            GrainTelemetry.DeliveredInVain(_tenant, events.Length);
            return (isOfTheMoment ? now - since < options.Value.QueuePatience : tries + 1 < MostTries)
                ? ([], error)
                : ([.. events.Select(e => Letter(e, error.Message))], null);
        }
    }

    private DeadLetter Letter(ProfileEvent about, string reason) => new() { At = time.GetUtcNow(), Reason = reason, Event = about };

    private async Task BuryAsync(string tenant, ImmutableArray<DeadLetter> letters)
    {
        await GrainFactory.GetGrain<IDeadLetterGrain>(tenant).AddAsync(letters);
        GrainTelemetry.Buried(tenant, letters.Length);
        QueueLog.Buried(logger, letters.Length, tenant, letters[0].Reason);
    }
}
