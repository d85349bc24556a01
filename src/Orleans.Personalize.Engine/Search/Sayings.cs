using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Personalize.Engine.Search.Text;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Search;

/// <summary>
/// What is said of each title of a catalogue beside its names, themes and story: year, places, and everyday words. Worked out when a search first
/// looks at the title; what is said of many titles is kept once.
/// </summary>
/// <param name="catalog">The titles.</param>
internal sealed class Sayings(Catalog catalog)
{
    private readonly Saying[]?[] _ofTitles = new Saying[catalog.Count][];
    private readonly ConcurrentDictionary<Saying, Saying> _shared = [];

    /// <summary>What is said of a title, the year and the places first.</summary>
    public Saying[] Of(int number) => _ofTitles[number] ??= [.. AllOf(catalog[number]!).Select(saying => _shared.GetOrAdd(saying, saying))];

    private static IEnumerable<Saying> AllOf(Title title)
    {
        if (title.Year is { } year) yield return new Saying(null, year.ToString(CultureInfo.InvariantCulture));
        foreach (var place in title.Countries.IsDefaultOrEmpty ? [] : title.Countries.AsEnumerable()) yield return new Saying(null, Folding.Fold(place));
        foreach (var language in title.Languages.IsDefaultOrEmpty ? [] : title.Languages.AsEnumerable()) yield return new Saying(null, Folding.Fold(language));
        foreach (var saying in EverydayWords.Of(title)) yield return saying;
    }
}
