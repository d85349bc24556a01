using System.Collections.Immutable;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>The themes of a catalogue that can make a row of their own: those with enough titles and a name that reads as a heading.</summary>
internal sealed class RowThemes
{
    /// <summary>Words that read naturally before a genre: "Witty Comedy".</summary>
    private static readonly HashSet<string> Adjectives = new(StringComparer.OrdinalIgnoreCase)
    {
        "absurd", "atmospheric", "biting", "bittersweet", "bleak", "chilling", "cerebral", "charming", "cosy", "cozy", "dark", "deadpan",
        "dreamy", "eerie", "emotional", "epic", "exciting", "feel-good", "festive", "funny", "gentle", "goofy", "gritty", "heartfelt",
        "heartwarming", "hopeful", "imaginative", "inspiring", "intimate", "irreverent", "lush", "melancholic", "mind-bending", "moody",
        "mysterious", "nostalgic", "offbeat", "ominous", "playful", "poetic", "quiet", "quirky", "raw", "romantic", "rousing", "satirical",
        "scary", "sentimental", "slick", "slow-burn", "sombre", "steamy", "stylish", "surreal", "suspenseful", "swashbuckling", "tender",
        "tense", "thoughtful", "uplifting", "violent", "visually striking", "warm", "whimsical", "wistful", "witty",
    };

    /// <summary>Finds them.</summary>
    /// <param name="themes">All themes of the catalogue.</param>
    /// <param name="fewest">The fewest titles a row may have.</param>
    public RowThemes(ThemeIndex themes, int fewest)
    {
        Genres = [.. themes.Themes.Where(theme => theme.Kind == ThemeKind.Genre && theme.Titles.Length >= fewest && ReadsAsHeading(theme.Name))];
        var marks = themes.Themes
            .Where(theme => theme.Titles.Length >= fewest
                && (theme.Kind == ThemeKind.Decade || (theme.Kind == ThemeKind.Tag && Adjectives.Contains(theme.Name))))
            .ToArray();
        Combinations = [.. Genres.SelectMany(genre => marks.Select(mark => Combine(genre, mark))).Where(row => row.Titles.Length >= 2 * fewest)];
    }

    /// <summary>Genres, in the catalogue's order.</summary>
    public ImmutableArray<Theme> Genres { get; }

    /// <summary>Combinations of a genre and a mood or decade.</summary>
    public ImmutableArray<ThemeCombination> Combinations { get; }

    // Data sets say "(no genres listed)" where there is none.
    private static bool ReadsAsHeading(string name) => char.IsLetterOrDigit(name[0]);

    private static ThemeCombination Combine(Theme genre, Theme mark)
    {
        var marked = mark.Titles.ToHashSet();
        return new ThemeCombination(
            genre,
            mark,
            new RowId($"mix:{genre.Key[(genre.Key.IndexOf(':') + 1)..]}+{mark.Key[(mark.Key.IndexOf(':') + 1)..]}" is var id && id.Length <= RowId.MaxLength ? id : id[..RowId.MaxLength]),
            mark.Kind == ThemeKind.Decade ? $"{genre.Name} from the {mark.Name}" : $"{char.ToUpperInvariant(mark.Name[0])}{mark.Name[1..]} {genre.Name}",
            [.. genre.Titles.Where(marked.Contains)]);
    }
}
