using System.Collections.Immutable;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Embedded.Catalogue;

/// <summary>Which title has which number, as committed. Changed by the writer only; what it published may be read by anybody.</summary>
internal sealed class TitleRegister
{
    private readonly Dictionary<TitleId, int> _numbers = [];
    private readonly List<Title?> _titles = [];
    private volatile Published _published = new([], 0);

    /// <summary>The catalogue as of the last commit.</summary>
    public (ImmutableArray<Title?> Titles, long Version) Committed => (_published.Titles, _published.Version);

    /// <summary>Where the next new title goes.</summary>
    public int NextNumber => _titles.Count;

    /// <summary>The number of a title, also of a removed one; -1 where there never was one.</summary>
    public int NumberOf(TitleId id) => _numbers.GetValueOrDefault(id, -1);

    /// <summary>The title of a number; null where it was removed or never was.</summary>
    public Title? this[int number] => (uint)number < (uint)_titles.Count ? _titles[number] : null;

    /// <summary>Takes in committed changes.</summary>
    /// <param name="changes">Number, id, and content; null content for a removed title. New numbers follow the last one.</param>
    /// <param name="version">The catalogue's version after the changes.</param>
    public void Publish(IEnumerable<(int Number, TitleId Id, Title? Title)> changes, long version)
    {
        foreach (var (number, id, title) in changes)
        {
            while (_titles.Count <= number)
                _titles.Add(null);
            _titles[number] = title;
            _numbers[id] = number;
        }

        _published = new Published([.. _titles], version);
    }

    /// <summary>The catalogue of the last commit, indexed for the engine.</summary>
    public Catalog ToCatalog()
    {
        var (titles, version) = Committed;
        return new Catalog(titles, version);
    }

    private sealed record Published(ImmutableArray<Title?> Titles, long Version);
}
