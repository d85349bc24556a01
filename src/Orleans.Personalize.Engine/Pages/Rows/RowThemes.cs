using System.Collections.Immutable;
using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>The themes of a catalogue that can make a row of their own: those with enough titles and a name that reads as a heading.</summary>
internal sealed class RowThemes
{
    /// <summary>Finds them.</summary>
    /// <param name="themes">All themes of the catalogue.</param>
    /// <param name="fewest">The fewest titles a row may have.</param>
    public RowThemes(ThemeIndex themes, int fewest)
    {
        Genres = [.. themes.Themes.Where(theme => theme.Kind == ThemeKind.Genre && theme.Titles.Length >= fewest && ReadsAsHeading(theme.Name))];
        var marks = themes.Themes
            .Where(theme => theme.Titles.Length >= fewest
                && (theme.Kind == ThemeKind.Decade || (theme.Kind == ThemeKind.Tag && MoodWords.Contains(theme.Name))))
            .ToArray();
        Combinations = [.. marks.SelectMany(mark => CombinationsOf(mark, mark.Titles.ToHashSet())).Where(row => row.Titles.Length >= 2 * fewest)];
    }

    /// <summary>Genres, in the catalogue's order.</summary>
    public ImmutableArray<Theme> Genres { get; }

    /// <summary>Combinations of a genre and a mood or decade.</summary>
    public ImmutableArray<ThemeCombination> Combinations { get; }

    // Data sets say "(no genres listed)" where there is none.
    private static bool ReadsAsHeading(string name) => char.IsLetterOrDigit(name[0]);

    private IEnumerable<ThemeCombination> CombinationsOf(Theme mark, HashSet<int> marked) =>
        Genres.Select(genre => new ThemeCombination(
            genre,
            mark,
            IdOf(genre, mark),
            mark.Kind == ThemeKind.Decade ? $"{genre.Name} from the {mark.Name}" : $"{char.ToUpperInvariant(mark.Name[0])}{mark.Name[1..]} {genre.Name}",
            [.. genre.Titles.Where(marked.Contains)]));

    private static RowId IdOf(Theme genre, Theme mark)
    {
        var id = $"mix:{NameIn(genre.Key)}+{NameIn(mark.Key)}";
        return new RowId(id.Length <= RowId.MaxLength ? id : $"mix:{StableHash64.Of(id):x16}");
    }

    private static ReadOnlySpan<char> NameIn(string key) => key.AsSpan(key.IndexOf(':') + 1);
}
