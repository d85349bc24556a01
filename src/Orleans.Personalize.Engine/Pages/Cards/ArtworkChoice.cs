using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Pages.Cards;

/// <summary>
/// Chooses the picture of a title that shows most of what the profile likes. What a picture shows is looked up among the profile's
/// learnt liking of pictures, and among genres, tags and people by name.
/// </summary>
internal sealed class ArtworkChoice
{
    // The features of all artworks one after another; where those of an artwork begin; and the first artwork of each title.
    private readonly int[] _features;
    private readonly int[] _featureStarts;
    private readonly int[] _artworkStarts;
    private readonly TitleFace?[] _faces;
    private readonly TitleFace?[] _bareFaces;
    private readonly string[] _names;
    private readonly int[] _themes;
    private readonly Catalog _catalog;

    // 1 by the root of the number of features: a picture does not win by showing more.
    private readonly float[] _shares;

    /// <summary>Reads the pictures of a catalogue.</summary>
    public ArtworkChoice(Catalog catalog, ThemeIndex themes)
    {
        _catalog = catalog;
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var features = new List<int>();
        var featureStarts = new List<int>();
        _artworkStarts = new int[catalog.Count + 1];
        for (var title = 0; title < catalog.Count; title++)
        {
            _artworkStarts[title] = featureStarts.Count;
            if (catalog[title] is not { Artworks.IsDefaultOrEmpty: false } shown) continue;
            foreach (var artwork in shown.Artworks)
            {
                featureStarts.Add(features.Count);
                if (!artwork.Features.IsDefaultOrEmpty) features.AddRange(artwork.Features.Select(name => NumberOf(name, numbers)));
            }
        }

        _artworkStarts[^1] = featureStarts.Count;
        _faces = new TitleFace?[featureStarts.Count];
        _bareFaces = new TitleFace?[catalog.Count];
        _features = [.. features];
        _featureStarts = [.. featureStarts, features.Count];
        _shares = [.. Enumerable.Range(0, featureStarts.Count).Select(artwork => 1 / MathF.Sqrt(Math.Max(1, _featureStarts[artwork + 1] - _featureStarts[artwork])))];
        _names = [.. numbers.OrderBy(entry => entry.Value).Select(entry => entry.Key)];
        _themes = [.. _names.Select(name => ThemeOf(name, themes))];
    }

    /// <summary>What pictures show, each once; liking is given by place in this list.</summary>
    public ReadOnlySpan<string> Features => _names;

    /// <summary>The theme of the same name as each of <see cref="Features"/>; -1 for none.</summary>
    public ReadOnlySpan<int> Themes => _themes;

    /// <summary>A title behind its best picture, the first of equally good ones; without one where it has none. Made once and shared by all cards.</summary>
    /// <param name="number">The title's number; it must be in the catalogue.</param>
    /// <param name="liking">float[Features.Length]: how much the profile likes to see each.</param>
    public TitleFace FaceOf(int number, ReadOnlySpan<float> liking)
    {
        var (first, end) = (_artworkStarts[number], _artworkStarts[number + 1]);
        if (first == end) return _bareFaces[number] ??= Face(_catalog[number]!, null);
        var best = Best(first, end, liking);
        return _faces[best] ??= Face(_catalog[number]!, _catalog[number]!.Artworks[best - first]);
    }

    private static TitleFace Face(Title title, Artwork? artwork) => new()
    {
        Title = title.Id,
        Name = title.Name,
        Kind = title.Kind,
        Year = title.Year,
        Artwork = artwork?.Id,
        ArtworkUrl = artwork?.Url,
    };

    // The first of equally good ones.
    private int Best(int first, int end, ReadOnlySpan<float> liking)
    {
        var best = first;
        var bestLiking = float.NegativeInfinity;
        for (var artwork = first; artwork < end; artwork++)
        {
            var sum = _shares[artwork] * LikingOf(_features.AsSpan(_featureStarts[artwork].._featureStarts[artwork + 1]), liking);
            if (sum <= bestLiking) continue;
            (best, bestLiking) = (artwork, sum);
        }

        return best;
    }

    private static float LikingOf(ReadOnlySpan<int> features, ReadOnlySpan<float> liking)
    {
        var sum = 0f;
        foreach (var feature in features) sum += liking[feature];
        return sum;
    }

    private static int NumberOf(string name, Dictionary<string, int> numbers)
    {
        if (!numbers.TryGetValue(name, out var number)) numbers.Add(name, number = numbers.Count);
        return number;
    }

    private static int ThemeOf(string name, ThemeIndex themes) =>
        themes.TryGet(ThemeId.Of(ThemeKind.Genre, name), out var theme)
        || themes.TryGet(ThemeId.Of(ThemeKind.Tag, name), out theme)
        || themes.TryGet(ThemeId.Of(ThemeKind.Person, name), out theme)
            ? theme.Index
            : -1;
}
