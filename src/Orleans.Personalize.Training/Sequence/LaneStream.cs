using Orleans.Personalize.Engine.Similarity.Sequence;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>Stretches of sequences, laid end to end in a number of lanes and read some steps at a time.</summary>
internal sealed class LaneStream
{
    private readonly EventSequences _sequences;
    private readonly List<Stretch>[] _lanes;
    private readonly (int Stretch, int Offset)[] _places;

    private LaneStream(EventSequences sequences, List<Stretch>[] lanes)
    {
        _sequences = sequences;
        _lanes = lanes;
        _places = new (int, int)[lanes.Length];
        Steps = lanes.Max(lane => lane.Sum(stretch => stretch.Length));
    }

    /// <summary>Steps of the longest lane.</summary>
    public int Steps { get; }

    /// <summary>
    /// Lanes of equal length for training: all profiles in the given order are one long stream, which is cut into equal parts. Last events have
    /// nothing to predict and are left out. A profile on a cut is taken up again with an empty state.
    /// </summary>
    public static LaneStream Equal(EventSequences sequences, ReadOnlySpan<int> profiles, int lanes)
    {
        var total = 0L;
        foreach (var profile in profiles)
            total += Math.Max(0, sequences.End(profile) - sequences.Start(profile) - 1);
        var capacity = (int)((total + lanes - 1) / lanes);
        var result = MakeLanes(lanes);
        var (lane, room) = (0, capacity);
        foreach (var profile in profiles)
        {
            var (start, end) = (sequences.Start(profile), sequences.End(profile) - 1);
            while (start < end)
            {
                if (room == 0)
                    (lane, room) = (lane + 1, capacity);
                var length = Math.Min(room, end - start);
                result[lane].Add(new(start, length, sequences.Start(profile), sequences.End(profile)));
                start += length;
                room -= length;
            }
        }

        return new(sequences, result);
    }

    /// <summary>Lanes of whole profiles, all their events, for running over them: the longest first, each into the shortest lane.</summary>
    public static LaneStream Whole(EventSequences sequences, int lanes)
    {
        var result = MakeLanes(lanes);
        var shortest = new PriorityQueue<int, (int Length, int Lane)>();
        for (var lane = 0; lane < lanes; lane++)
            shortest.Enqueue(lane, (0, lane));
        var lengths = new int[lanes];
        var profiles = Enumerable.Range(0, sequences.Profiles).OrderByDescending(profile => sequences.End(profile) - sequences.Start(profile));
        foreach (var profile in profiles)
        {
            var lane = shortest.Dequeue();
            var length = sequences.End(profile) - sequences.Start(profile);
            if (length > 0)
                result[lane].Add(new(sequences.Start(profile), length, sequences.Start(profile), sequences.End(profile)));
            lengths[lane] += length;
            shortest.Enqueue(lane, (lengths[lane], lane));
        }

        return new(sequences, result);
    }

    /// <summary>Fills a batch with the next steps of the lanes from <paramref name="firstLane"/> on.</summary>
    /// <param name="batch">Overwritten.</param>
    /// <param name="firstLane">First of the batch's lanes.</param>
    /// <param name="hidden">Whether the time until the event at this index is kept from the network.</param>
    public void Read(SequenceBatch batch, int firstLane, Func<int, bool> hidden)
    {
        batch.Targets = 0;
        for (var lane = 0; lane < batch.Lanes; lane++)
        {
            var stretches = _lanes[firstLane + lane];
            ref var place = ref _places[firstLane + lane];
            for (var step = 0; step < batch.Steps; step++)
            {
                if (place.Stretch < stretches.Count && place.Offset == stretches[place.Stretch].Length)
                    place = (place.Stretch + 1, 0);
                var row = (step * batch.Lanes) + lane;
                if (place.Stretch < stretches.Count)
                    Fill(batch, row, stretches[place.Stretch], place.Offset++, hidden);
                else
                    FillEmpty(batch, row);
            }
        }
    }

    private void Fill(SequenceBatch batch, int row, in Stretch stretch, int offset, Func<int, bool> hidden)
    {
        var index = stretch.Start + offset;
        var isLast = index + 1 == stretch.ProfileEnd;
        batch.Title[row] = _sequences.Title(index);
        batch.Strength[row] = _sequences.Strength(index);
        batch.Gap[row] = index == stretch.ProfileStart ? SequenceFeatures.UnknownGap : _sequences.GapBefore(index);
        batch.NextGap[row] = isLast || hidden(index + 1) ? SequenceFeatures.UnknownGap : _sequences.GapAfter(index);
        batch.Target[row] = isLast ? SequenceBatch.NoTarget : _sequences.Title(index + 1);
        batch.Reset[row] = offset == 0;
        batch.Event[row] = index;
        batch.Targets += isLast ? 0 : 1;
    }

    private static void FillEmpty(SequenceBatch batch, int row)
    {
        batch.Title[row] = 0;
        batch.Strength[row] = 0;
        batch.Gap[row] = SequenceFeatures.UnknownGap;
        batch.NextGap[row] = SequenceFeatures.UnknownGap;
        batch.Target[row] = SequenceBatch.NoTarget;
        batch.Reset[row] = true;
        batch.Event[row] = -1;
    }

    private static List<Stretch>[] MakeLanes(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<Stretch>())];

    private readonly record struct Stretch(int Start, int Length, int ProfileStart, int ProfileEnd);
}
