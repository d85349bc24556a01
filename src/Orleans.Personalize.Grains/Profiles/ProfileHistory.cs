using System.Collections.Immutable;
using System.Globalization;
using Orleans.Personalize.Events;
using Orleans.Storage;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>
/// The older events of one profile, in segments of <see cref="SegmentEvents"/> beside the profile's own state. How many of them count is
/// part of that state and written after them, so a crash in between leaves events here that do not count yet and are written again.
/// </summary>
/// <remarks>
/// While silos lose sight of each other a profile may be active on two. Of what the other one wrote nothing may go: before events that do not seem to count are overwritten, the
/// profile's own state is written, which fails where the other one has gone on, and from which on the other's next write fails.
/// </remarks>
/// <param name="storage">Where the segments are kept.</param>
/// <param name="profile">Whose they are.</param>
internal sealed class ProfileHistory(IGrainStorage storage, GrainId profile)
{
    /// <summary>Events a segment. Never changes: what is stored depends on it.</summary>
    public const int SegmentEvents = 512;

    /// <summary>Writes events after the first <paramref name="archived"/>; whatever was there beyond is overwritten.</summary>
    /// <param name="archived">How many count.</param>
    /// <param name="events">The events.</param>
    /// <param name="claim">Writes the profile's own state; fails where it is not the latest.</param>
    public async Task AppendAsync(long archived, EventLines events, Func<Task> claim)
    {
        var isClaimed = false;
        for (var written = 0; written < events.Count;)
        {
            var (number, kept) = Math.DivRem(archived + written, SegmentEvents);
            var segment = await ReadSegmentAsync(number);
            var lines = new EventLines(segment.State.Events, segment.State.Count).Slice(0, (int)kept);
            if (lines.Count != kept)
                throw new InvalidDataException($"segment {number} of {profile} holds {lines.Count} events where {kept} were written");
            // Read before the claim: whatever is written here by another after it fails this one's write.
            if (!isClaimed && (kept == 0 || segment.State.Count > kept))
            {
                await claim();
                isClaimed = true;
            }

            var added = events.Slice(written, SegmentEvents - (int)kept);
            lines = lines.Append(added);
            segment.State = new StoredSegment { Events = lines.Bytes, Count = lines.Count };
            await storage.WriteStateAsync(NameOf(number), profile, segment);
            written += added.Count;
        }
    }

    /// <summary>Reads the first <paramref name="archived"/> events.</summary>
    public async Task ReadAsync(long archived, ImmutableArray<ProfileEvent>.Builder events)
    {
        for (var number = 0L; number * SegmentEvents < archived; number++)
        {
            var segment = (await ReadSegmentAsync(number)).State;
            var count = (int)Math.Min(archived - (number * SegmentEvents), SegmentEvents);
            new EventLines(segment.Events, segment.Count).Slice(0, count).CopyTo(events);
        }
    }

    /// <summary>Reads the latest of the first <paramref name="archived"/> events, a segment of them or more where there are so many.</summary>
    public async Task ReadLatestAsync(long archived, ImmutableArray<ProfileEvent>.Builder events)
    {
        var from = Math.Max(0, archived - SegmentEvents) / SegmentEvents * SegmentEvents;
        for (; from < archived; from += SegmentEvents)
            (await ReadFromAsync(archived, from)).CopyTo(events);
    }

    /// <summary>Reads on from one of the first <paramref name="archived"/> events to the end of its segment.</summary>
    public async Task<EventLines> ReadFromAsync(long archived, long from)
    {
        var (number, before) = Math.DivRem(from, SegmentEvents);
        var segment = (await ReadSegmentAsync(number)).State;
        var end = (int)Math.Min(archived - (number * SegmentEvents), SegmentEvents);
        return new EventLines(segment.Events, segment.Count).Slice((int)before, end - (int)before);
    }

    /// <summary>Deletes every segment, also those beyond the first <paramref name="archived"/> events.</summary>
    public async Task EraseAsync(long archived)
    {
        for (var number = 0L; ; number++)
        {
            var segment = await ReadSegmentAsync(number);
            if (segment.RecordExists)
                await storage.ClearStateAsync(NameOf(number), profile, segment);
            else if (number * SegmentEvents >= archived)
                return;
        }
    }

    private async Task<GrainState<StoredSegment>> ReadSegmentAsync(long number)
    {
        var segment = new GrainState<StoredSegment>(new StoredSegment());
        await storage.ReadStateAsync(NameOf(number), profile, segment);
        segment.State ??= new StoredSegment();
        return segment;
    }

    private static string NameOf(long number) => string.Create(CultureInfo.InvariantCulture, $"history-{number}");
}
