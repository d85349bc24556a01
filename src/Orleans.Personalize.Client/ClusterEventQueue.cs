using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Events;
using Orleans.Personalize.Grains.Queues;
using Orleans.Personalize.Json;
using Orleans.Personalize.Queues;
using Orleans.Streams;

namespace Orleans.Personalize.Client;

/// <summary><see cref="IEventQueue"/> of one tenant over the streams of the process's cluster client.</summary>
internal sealed class ClusterEventQueue(IServiceProvider services, IOptions<PersonalizeClientOptions> options) : IEventQueue
{
    // A message of an Azure queue holds 48 KiB besides its encoding; an event as JSON is longer than as it is sent.
    private const int MostBytes = 32 * 1024;

    async Task<ImmutableArray<EventReceipt>> IEventQueue.EnqueueAsync(ImmutableArray<ProfileEvent> events, CancellationToken cancellationToken)
    {
        if (events.IsDefault)
            throw new InvalidRequestException("events", "is missing");
        cancellationToken.ThrowIfCancellationRequested();
        var receipts = ImmutableArray.CreateRange(events, ReceiptOf);
        var lanes = events.Where((_, place) => receipts[place].Outcome == EventOutcome.Queued).GroupBy(e => EventLanes.Of(options.Value.Tenant, e.Profile));
        var streams = services.GetRequiredKeyedService<IStreamProvider>(EventLanes.Provider);
        try
        {
            await Task.WhenAll(lanes.Select(lane => SendAsync(streams.GetStream<EventBatch>(lane.Key), lane))).WaitAsync(options.Value.ChangeDeadline, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnavailableException("the queue does not take events for the moment", error);
        }

        return receipts;
    }

    private static async Task SendAsync(IAsyncStream<EventBatch> stream, IEnumerable<ProfileEvent> lane)
    {
        var (batch, bytes) = (ImmutableArray.CreateBuilder<ProfileEvent>(), 0);
        foreach (var next in lane)
        {
            var length = JsonSerializer.SerializeToUtf8Bytes(next, PersonalizeJson.Options).Length;
            if (batch.Count > 0 && bytes + length > MostBytes)
            {
                await stream.OnNextAsync(new EventBatch { Events = batch.DrainToImmutable() });
                bytes = 0;
            }

            batch.Add(next);
            bytes += length;
        }

        await stream.OnNextAsync(new EventBatch { Events = batch.DrainToImmutable() });
    }

    private static EventReceipt ReceiptOf(ProfileEvent? sent)
    {
        EventId? id = sent?.Id.Value is null ? null : sent.Id;
        return sent is null ? new EventReceipt(id, EventOutcome.Rejected, "event", "is missing")
            : !IdRules.IsValid(sent.Profile.Value, ProfileId.MaxLength) ? new EventReceipt(id, EventOutcome.Rejected, "profile", IdRules.Reason(ProfileId.MaxLength))
            : !IdRules.IsValid(sent.Id.Value, EventId.MaxLength) ? new EventReceipt(id, EventOutcome.Rejected, "id", IdRules.Reason(EventId.MaxLength))
            : new EventReceipt(id, EventOutcome.Queued);
    }
}
