using System.Collections.Immutable;
using Orleans.Personalize.Engine.Similarity.Sequence;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>The events of many profiles, each profile's in the order in which they happened, one profile after the other.</summary>
public sealed class EventSequences
{
    private readonly int[] _starts;
    private readonly int[] _titles;
    private readonly float[] _strengths;
    private readonly long[] _seconds;
    private readonly long[] _ends;

    private EventSequences(int titleCount, int[] starts, int[] titles, float[] strengths, long[] seconds, long[] ends)
    {
        _ends = ends;
        TitleCount = titleCount;
        _starts = starts;
        _titles = titles;
        _strengths = strengths;
        _seconds = seconds;
    }

    /// <summary>Number of titles; titles are numbered from 0.</summary>
    public int TitleCount { get; }

    /// <summary>Number of profiles.</summary>
    public int Profiles => _starts.Length - 1;

    /// <summary>Number of events.</summary>
    public int Events => _titles.Length;

    /// <summary>Titles of a profile's events, in order.</summary>
    public ReadOnlySpan<int> Titles(int profile) => _titles.AsSpan(_starts[profile].._starts[profile + 1]);

    /// <summary>Times at which a profile's events began in seconds, in order.</summary>
    public ReadOnlySpan<long> Seconds(int profile) => _seconds.AsSpan(_starts[profile].._starts[profile + 1]);

    /// <summary>Strengths of a profile's events, -1 to 1, in order.</summary>
    public ReadOnlySpan<float> Strengths(int profile) => _strengths.AsSpan(_starts[profile].._starts[profile + 1]);

    /// <summary>Sorts events by profile; those of one profile keep their order.</summary>
    /// <param name="titleCount">Number of titles.</param>
    /// <param name="profileCount">Number of profiles; also those without events have a (empty) sequence.</param>
    /// <param name="events">The events.</param>
    /// <exception cref="ArgumentOutOfRangeException">An event is of a profile or title beyond the counts.</exception>
    public static EventSequences Of(int titleCount, int profileCount, ReadOnlySpan<DatasetEvent> events)
    {
        var starts = new int[profileCount + 1];
        foreach (var e in events)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)e.Profile, (uint)profileCount, nameof(events));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)e.Title, (uint)titleCount, nameof(events));
            starts[e.Profile + 1]++;
        }

        for (var profile = 0; profile < profileCount; profile++)
            starts[profile + 1] += starts[profile];
        var next = starts.AsSpan(0, profileCount).ToArray();
        var (titles, strengths) = (new int[events.Length], new float[events.Length]);
        var (seconds, ends) = (new long[events.Length], new long[events.Length]);
        foreach (var e in events)
        {
            var place = next[e.Profile]++;
            titles[place] = e.Title;
            strengths[place] = e.Strength;
            seconds[place] = e.UnixSeconds;
            ends[place] = e.EndUnixSeconds;
        }

        return new(titleCount, starts, titles, strengths, seconds, ends);
    }

    /// <summary>Takes the last event from some profiles, to see how well it is predicted; profiles with fewer than two events keep theirs.</summary>
    /// <param name="most">From how many profiles at most; they are spread evenly.</param>
    /// <returns>The histories without those events, and the events.</returns>
    public (EventSequences Histories, ImmutableArray<NextEvent> Next) WithoutLast(int most)
    {
        var able = Enumerable.Range(0, Profiles).Where(profile => End(profile) - Start(profile) >= 2).ToArray();
        var count = Math.Min(able.Length, Math.Max(0, most));
        var next = ImmutableArray.CreateBuilder<NextEvent>(count);
        var dropped = new HashSet<int>(count);
        for (var i = 0; i < count; i++)
        {
            var profile = able[(int)((long)i * able.Length / count)];
            var last = End(profile) - 1;
            next.Add(new(profile, _titles[last], Math.Max(0, _seconds[last] - _ends[last - 1])));
            dropped.Add(last);
        }

        return (Where(index => !dropped.Contains(index)), next.DrainToImmutable());
    }

    internal int Start(int profile) => _starts[profile];

    internal int End(int profile) => _starts[profile + 1];

    internal int Title(int index) => _titles[index];

    internal int Strength(int index) => SequenceFeatures.StrengthBucket(_strengths[index]);

    /// <summary>Bucket of the time from the end of an event to the begin of the next; both are of one profile.</summary>
    internal int GapAfter(int index) => SequenceFeatures.GapBucket(_seconds[index + 1] - _ends[index]);

    /// <summary>Bucket of the time from the end of the event before to the end of an event, as a profile's state knows both.</summary>
    internal int GapBefore(int index) => SequenceFeatures.GapBucket(_ends[index] - _ends[index - 1]);

    /// <summary>A number that differs where the events do.</summary>
    internal ulong Fingerprint()
    {
        var hash = (ulong)TitleCount;
        for (var i = 0; i < Events; i++)
            hash = SplitMix.Mix(hash ^ ((ulong)_titles[i] << 32) ^ ((ulong)_seconds[i] << 8) ^ BitConverter.SingleToUInt32Bits(_strengths[i]));
        for (var i = 0; i < Events; i++)
            hash = _ends[i] == _seconds[i] ? hash : SplitMix.Mix(hash ^ (ulong)i ^ ((ulong)_ends[i] << 20));
        foreach (var start in _starts)
            hash = SplitMix.Mix(hash ^ (ulong)start);
        return hash;
    }

    private EventSequences Where(Func<int, bool> isKept)
    {
        var kept = Enumerable.Range(0, Events).Where(isKept).ToArray();
        var starts = new int[_starts.Length];
        for (var (profile, i) = (0, 0); profile < Profiles; profile++)
        {
            while (i < kept.Length && kept[i] < _starts[profile + 1])
                i++;
            starts[profile + 1] = i;
        }

        return new(TitleCount, starts, Array.ConvertAll(kept, i => _titles[i]), Array.ConvertAll(kept, i => _strengths[i]), Array.ConvertAll(kept, i => _seconds[i]), Array.ConvertAll(kept, i => _ends[i]));
    }
}
