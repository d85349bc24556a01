using System.Collections.Concurrent;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Filters;

/// <summary>
/// Applies what callers select. Filters are compiled once for a catalogue and kept while they are few enough; lists of ids come and go with
/// their requests.
/// </summary>
/// <param name="catalog">The titles.</param>
internal sealed class SelectionSets(Catalog catalog)
{
    // Of a catalogue of 20,000 titles a set takes 2.5 kB.
    private const int MostKept = 256;

    private readonly FilterIndex _index = new(catalog);
    private readonly ConcurrentDictionary<string, TitleSet> _compiled = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int[]> _numbers = new(StringComparer.Ordinal);

    /// <summary>Takes out of a set all titles that are not selected.</summary>
    /// <exception cref="InvalidRequestException">The filter cannot be read.</exception>
    public void Apply(TitleSelection? selection, TitleSet to)
    {
        if (selection is null) return;
        if (selection.Filter is { } filter) to.IntersectWith(Compiled(filter));
        if (!selection.Include.IsDefaultOrEmpty) to.IntersectWith(SetOf(selection.Include.AsSpan()));
        if (selection.Exclude.IsDefaultOrEmpty) return;
        foreach (var title in selection.Exclude)
        {
            if (TryNumber(title, out var number)) to.Remove(number);
        }
    }

    /// <summary>The titles that pass a filter; not to be changed.</summary>
    /// <exception cref="InvalidRequestException">The filter cannot be read.</exception>
    public TitleSet Compiled(string filter)
    {
        if (_compiled.TryGetValue(filter, out var known)) return known;
        var compiled = TitleFilter.Parse(filter).Compile(_index);
        // Callers have a handful of filters; one who makes up ever new ones costs the others a compilation now and then.
        if (_compiled.Count >= MostKept) _compiled.Clear();
        return _compiled[filter] = compiled;
    }

    /// <summary>The same as numbers, ascending.</summary>
    /// <exception cref="InvalidRequestException">The filter cannot be read.</exception>
    public ReadOnlyMemory<int> NumbersOf(string filter)
    {
        if (_numbers.TryGetValue(filter, out var known)) return known;
        var numbers = new List<int>();
        foreach (var title in Compiled(filter)) numbers.Add(title);
        if (_numbers.Count >= MostKept) _numbers.Clear();
        return _numbers[filter] = [.. numbers];
    }

    private TitleSet SetOf(ReadOnlySpan<TitleId> titles)
    {
        var set = _index.NewSet();
        foreach (var title in titles)
        {
            if (TryNumber(title, out var number)) set.Add(number);
        }

        return set;
    }

    private bool TryNumber(TitleId title, out int number)
    {
        number = -1;
        return title.Value is not null && catalog.TryGetNumber(title, out number);
    }
}
