using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Titles;

/// <summary>
/// An immutable view of all titles. Every title has a number, given once by whoever owns the catalogue and never given to another title;
/// profile states and arrays over titles are indexed by it. A removed title leaves a hole.
/// </summary>
public sealed class Catalog
{
    /// <summary>The most numbers there can be: profile states keep numbers in 24 bits.</summary>
    public const int MaxCount = 1 << 24;

    private readonly FrozenDictionary<TitleId, int> _numbers;
    private readonly ImmutableArray<Title?> _titles;

    /// <summary>Makes a catalogue.</summary>
    /// <param name="titles">Title[Count] by number; null where the title of that number was removed.</param>
    /// <param name="version">Grows with every change.</param>
    /// <exception cref="ArgumentException">Two titles have the same id, or there are more than <see cref="MaxCount"/>.</exception>
    public Catalog(ImmutableArray<Title?> titles, long version)
    {
        if (titles.Length > MaxCount)
            throw new ArgumentException($"there are more than {MaxCount} titles", nameof(titles));
        _titles = titles;
        Version = version;
        _numbers = titles
            .Select((title, number) => (title, number))
            .Where(entry => entry.title is not null)
            .ToFrozenDictionary(entry => entry.title!.Id, entry => entry.number);
    }

    /// <summary>A catalogue without titles.</summary>
    public static Catalog Empty { get; } = new([], 0);

    /// <summary>Grows with every change.</summary>
    public long Version { get; }

    /// <summary>One more than the largest number; the length of every array over titles.</summary>
    public int Count => _titles.Length;

    /// <summary>How many titles are there, holes not counted.</summary>
    public int Present => _numbers.Count;

    /// <summary>The title of a number; null where it was removed or never was.</summary>
    public Title? this[int number] => (uint)number < (uint)_titles.Length ? _titles[number] : null;

    /// <summary>The number of a title.</summary>
    public bool TryGetNumber(TitleId id, out int number) => _numbers.TryGetValue(id, out number);

    /// <summary>The title of an id.</summary>
    public bool TryGet(TitleId id, [NotNullWhen(true)] out Title? title)
    {
        title = _numbers.TryGetValue(id, out var number) ? _titles[number] : null;
        return title is not null;
    }
}
