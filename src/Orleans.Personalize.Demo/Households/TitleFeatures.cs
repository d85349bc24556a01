using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Orleans.Personalize.Demo.Catalogue;

namespace Orleans.Personalize.Demo.Households;

/// <summary>What the titles have in common, by number: genres, tags and people.</summary>
internal sealed class TitleFeatures
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly int[][] _ofTitles;

    /// <summary>Numbers the features of all titles.</summary>
    public TitleFeatures(ImmutableArray<DemoTitle> titles)
    {
        Titles = titles;
        _ofTitles = [.. titles.Select(title => KeysOf(title).Select(Number).ToArray())];
        ByStrand = titles.Select((title, number) => (title.Strand, number)).ToLookup(entry => entry.Strand, entry => entry.number);
    }

    /// <summary>The titles.</summary>
    public ImmutableArray<DemoTitle> Titles { get; }

    /// <summary>Numbers of the titles of each strand.</summary>
    public ILookup<int, int> ByStrand { get; }

    /// <summary>How many features there are.</summary>
    public int Count => _numbers.Count;

    /// <summary>The features of a title.</summary>
    public ReadOnlySpan<int> Of(int title) => _ofTitles[title];

    /// <summary>The number of a genre; -1 where no title has it.</summary>
    public int Genre(string name) => _numbers.GetValueOrDefault($"genre {name}", -1);

    /// <summary>The number of a tag; -1 where no title has it.</summary>
    public int Tag(string name) => _numbers.GetValueOrDefault($"tag {name}", -1);

    /// <summary>The number of a person; -1 where no title has it.</summary>
    public int Person(string name) => _numbers.GetValueOrDefault($"person {name}", -1);

    private static IEnumerable<string> KeysOf(DemoTitle title) =>
    [
        .. title.Title.Genres.Select(name => $"genre {name}"),
        .. title.Title.Tags.Select(name => $"tag {name}"),
        .. title.Title.People.Select(person => $"person {person.Name}"),
    ];

    private int Number(string key)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out var exists);
        if (!exists)
        {
            number = _numbers.Count - 1;
        }

        return number;
    }
}
