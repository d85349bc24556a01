using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Models;

/// <summary>Events laid out profile after profile, each profile's in the order in which they happened.</summary>
internal sealed class EventHistories
{
    private readonly int[] _starts;
    private readonly int[] _titles;
    private readonly DatasetEvent[] _events;
    private readonly float[] _weights;

    private EventHistories(int titleCount, int[] starts, DatasetEvent[] events, float[] weights)
    {
        _weights = weights;
        TitleCount = titleCount;
        _starts = starts;
        _events = events;
        _titles = Array.ConvertAll(events, e => e.Title);
    }

    /// <summary>One more than the largest title index.</summary>
    public int TitleCount { get; }

    public int ProfileCount => _starts.Length - 1;

    public int EventCount => _events.Length;

    public int LongestHistory => _starts.Zip(_starts.Skip(1), (start, end) => end - start).DefaultIfEmpty().Max();

    /// <summary>Sorts events by profile and keeps their order otherwise.</summary>
    /// <param name="events">The events.</param>
    /// <param name="profiles">One more than the largest profile index.</param>
    /// <param name="titles">One more than the largest title index.</param>
    /// <param name="weight">How much an event counts as a part of a history; 1 where null.</param>
    public static EventHistories Of(IEnumerable<DatasetEvent> events, int profiles, int titles, Func<DatasetEvent, float>? weight = null)
    {
        var list = events as IReadOnlyList<DatasetEvent> ?? [.. events];
        var starts = new int[profiles + 1];
        foreach (var e in list)
            starts[e.Profile + 1]++;
        for (var profile = 0; profile < profiles; profile++)
            starts[profile + 1] += starts[profile];
        var next = starts.AsSpan(0, profiles).ToArray();
        var sorted = new DatasetEvent[list.Count];
        foreach (var e in list)
            sorted[next[e.Profile]++] = e;
        return new EventHistories(titles, starts, sorted, Array.ConvertAll(sorted, e => weight?.Invoke(e) ?? 1));
    }

    public ReadOnlySpan<DatasetEvent> Events(int profile) => _events.AsSpan(_starts[profile].._starts[profile + 1]);

    public ReadOnlySpan<int> Titles(int profile) => _titles.AsSpan(_starts[profile].._starts[profile + 1]);

    /// <summary>How much each event counts as a part of the history.</summary>
    public ReadOnlySpan<float> Weights(int profile) => _weights.AsSpan(_starts[profile].._starts[profile + 1]);

    /// <summary>How often each title occurs: int[TitleCount].</summary>
    public int[] Counts()
    {
        var counts = new int[TitleCount];
        foreach (var title in _titles)
            counts[title]++;
        return counts;
    }
}
