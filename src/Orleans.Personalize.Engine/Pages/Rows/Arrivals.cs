using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>The titles of a catalogue in the order in which they came to the service.</summary>
internal sealed class Arrivals
{
    private readonly DateTimeOffset[] _times;
    private readonly int[] _titles;

    /// <summary>Orders the titles of a catalogue; those without a date are left out.</summary>
    public Arrivals(Catalog catalog)
    {
        _titles = [.. Enumerable.Range(0, catalog.Count).Where(number => catalog[number]?.AddedAt is not null)];
        _times = [.. _titles.Select(number => catalog[number]!.AddedAt!.Value)];
        Array.Sort(_times, _titles);
    }

    /// <summary>The titles that came after one moment and no later than another, newest first.</summary>
    public IEnumerable<(int Title, DateTimeOffset Added)> Since(DateTimeOffset after, DateTimeOffset until)
    {
        for (var i = _times.Length - 1; i >= 0 && _times[i] > after; i--)
        {
            if (_times[i] <= until) yield return (_titles[i], _times[i]);
        }
    }
}
