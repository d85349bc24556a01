using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Training.Datasets.Importing;

/// <summary>The titles of an import, each id once and each valid.</summary>
internal sealed class TitleList
{
    private readonly List<Title> _titles = [];
    private readonly Dictionary<TitleId, int> _index = [];

    /// <summary>Whether there is a title of this id.</summary>
    public bool Contains(TitleId id) => _index.ContainsKey(id);

    /// <summary>The title of an id; null where there is none.</summary>
    public Title? Find(TitleId id) => _index.TryGetValue(id, out var index) ? _titles[index] : null;

    /// <summary>Adds a title; returns what is wrong with it, or null.</summary>
    public string? Add(Title title)
    {
        if (TitleRules.Check(title) is { } problem)
        {
            return $"{problem.Field}: {problem.Reason}";
        }

        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, title.Id, out var exists);
        if (exists)
        {
            return $"title '{title.Id}' is there already";
        }

        index = _titles.Count;
        _titles.Add(title);
        return null;
    }

    /// <summary>Changes a title that is there.</summary>
    public void Change(TitleId id, Func<Title, Title> change) => _titles[_index[id]] = change(_titles[_index[id]]);

    /// <summary>All titles in the order in which they came.</summary>
    public ImmutableArray<Title> ToImmutable() => [.. _titles];
}
