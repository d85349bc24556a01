using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Models;

/// <summary>How much titles are too new for their events to say how often they are chosen.</summary>
internal static class TitleNewness
{
    // A title is half new when a title of the mean has been chosen so often since it came.
    private const double HalfKnown = 3;

    /// <summary>0 (not at all) to 1 for each title, by how many events there were since its first one.</summary>
    /// <param name="events">The events.</param>
    /// <param name="titles">One more than the largest title index.</param>
    /// <returns>float[titles].</returns>
    public static float[] Of(IReadOnlyList<DatasetEvent> events, int titles)
    {
        var first = new long[titles];
        Array.Fill(first, long.MaxValue);
        foreach (var e in events)
            first[e.Title] = Math.Min(first[e.Title], e.UnixSeconds);
        long[] times = [.. events.Select(e => e.UnixSeconds).Order()];
        return Array.ConvertAll(first, time => (float)(HalfKnown / (HalfKnown + (Since(times, time) / (double)Math.Max(1, titles)))));
    }

    // How many times are later.
    private static int Since(long[] times, long time)
    {
        var (low, high) = (0, times.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times[middle] <= time)
                low = middle + 1;
            else
                high = middle;
        }

        return times.Length - low;
    }
}
