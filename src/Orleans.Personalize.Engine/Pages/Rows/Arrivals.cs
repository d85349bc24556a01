using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>The titles of a catalogue in the order in which they came to the service.</summary>
internal sealed class Arrivals
{
    // UTC ticks.
    private readonly long[] _times;
    private readonly int[] _titles;

    /// <summary>Orders the titles of a catalogue; those without a date are left out.</summary>
    public Arrivals(Catalog catalog)
    {
        _titles = [.. Enumerable.Range(0, catalog.Count).Where(number => catalog[number]?.AddedAt is not null)];
        _times = [.. _titles.Select(number => catalog[number]!.AddedAt!.Value.UtcTicks)];
        Array.Sort(_times, _titles);
    }

    /// <summary>The titles that came after one moment and no later than another, oldest first, by their places.</summary>
    public Range Between(DateTimeOffset after, DateTimeOffset until)
    {
        var first = FirstAfter(after.UtcTicks);
        return first..Math.Max(first, FirstAfter(until.UtcTicks));
    }

    /// <summary>The titles of some places.</summary>
    public ReadOnlySpan<int> Titles(Range places) => _titles.AsSpan(places);

    /// <summary>When they came, beside them, in UTC ticks.</summary>
    public ReadOnlySpan<long> Times(Range places) => _times.AsSpan(places);

    private int FirstAfter(long time)
    {
        var (low, high) = (0, _times.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_times[middle] > time) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
