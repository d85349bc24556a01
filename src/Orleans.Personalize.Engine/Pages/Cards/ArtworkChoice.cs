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
    // 1 by the root of the number of features: a picture does not win by showing more.
    private static readonly float[] Shares = [.. Enumerable.Range(0, 64).Select(count => 1 / MathF.Sqrt(Math.Max(1, count)))];

    // How many features each artwork of a title shows and which, one artwork and one title after another; where those of a title begin, and which
    // artwork of all is its first. What of a title is looked at lies together.
    private readonly int[] _shown;
    private readonly (int Shown, int Artwork)[] _starts;
    private readonly TitleFace?[] _faces;
    private readonly TitleFace?[] _bareFaces;
    private readonly string[] _names;
    private readonly int[] _themes;
    private readonly Catalog _catalog;

    /// <summary>Reads the pictures of a catalogue.</summary>
    public ArtworkChoice(Catalog catalog, ThemeIndex themes)
    {
        _catalog = catalog;
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var shown = new List<int>();
        var artworks = 0;
        _starts = new (int, int)[catalog.Count + 1];
        for (var title = 0; title < catalog.Count; title++)
        {
            _starts[title] = (shown.Count, artworks);
            if (catalog[title] is not { Artworks.IsDefaultOrEmpty: false } described) continue;
            foreach (var artwork in described.Artworks)
            {
                artworks++;
                var features = artwork.Features.IsDefaultOrEmpty ? [] : artwork.Features;
                shown.Add(features.Length);
                shown.AddRange(features.Select(name => NumberOf(name, numbers)));
            }
        }

        _starts[^1] = (shown.Count, artworks);
        _shown = [.. shown];
        _faces = new TitleFace?[artworks];
        _bareFaces = new TitleFace?[catalog.Count];
        _names = [.. numbers.OrderBy(entry => entry.Value).Select(entry => entry.Key)];
        _themes = [.. _names.Select(name => ThemeOf(name, themes))];
    }

    /// <summary>What pictures show, each once; liking is given by place in this list.</summary>
    public ReadOnlySpan<string> Features => _names;

    /// <summary>The theme of the same name as each of <see cref="Features"/>; -1 for none.</summary>
    public ReadOnlySpan<int> Themes => _themes;

    /// <summary>Has brought near what <see cref="FaceOf"/> is going to read.</summary>
    public void Announce(int number)
    {
        var (at, first) = _starts[number];
        if (first == _starts[number + 1].Artwork) return;
        Prefetch.Of(ref _shown[at]);
        Prefetch.Of(ref _faces[first]);
    }

    /// <summary>A title behind its best picture, the first of equally good ones; without one where it has none. Made once and shared by all cards.</summary>
    /// <param name="number">The title's number; it must be in the catalogue.</param>
    /// <param name="liking">float[Features.Length]: how much the profile likes to see each.</param>
    public TitleFace FaceOf(int number, ReadOnlySpan<float> liking)
    {
        var (at, first) = _starts[number];
        var end = _starts[number + 1].Artwork;
        if (first == end) return _bareFaces[number] ??= Face(_catalog[number]!, null);
        var best = first + Best(_shown.AsSpan(at), end - first, liking);
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
    private static int Best(ReadOnlySpan<int> shown, int artworks, ReadOnlySpan<float> liking)
    {
        var best = 0;
        var bestLiking = float.NegativeInfinity;
        for (var artwork = 0; artwork < artworks; artwork++)
        {
            var count = shown[0];
            var sum = 0f;
            foreach (var feature in shown.Slice(1, count)) sum += liking[feature];
            sum *= Shares[Math.Min(count, Shares.Length - 1)];
            shown = shown[(1 + count)..];
            if (sum <= bestLiking) continue;
            (best, bestLiking) = (artwork, sum);
        }

        return best;
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
