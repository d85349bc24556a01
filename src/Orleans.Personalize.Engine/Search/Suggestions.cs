using System.Buffers;
using System.Collections.Immutable;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Search.Text;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Search;

namespace Orleans.Personalize.Engine.Search;

/// <summary>What else may be meant by what was typed so far. Nothing is suggested that leads to no title this profile may see.</summary>
internal static class Suggestions
{
    private const int MostThemes = 4096;
    private const int Considered = 24;
    private const int LettersForPeople = 2;

    /// <summary>Suggestions: completions first, then people, genres and tags.</summary>
    public static ImmutableArray<SearchSuggestion> For(
        PageContext context, SearchWords search, ImmutableArray<ImmutableArray<WordChoice>> words, List<RankedMatch> found)
    {
        var suggestions = ImmutableArray.CreateBuilder<SearchSuggestion>();
        AddCompletions(suggestions, search, found, context.Basis.Search);
        AddThemes(suggestions, context, search, words);
        return suggestions.ToImmutable();
    }

    private static void AddCompletions(ImmutableArray<SearchSuggestion>.Builder into, SearchWords search, List<RankedMatch> found, SearchBasis basis)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { search.Folded };
        var folded = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var match in found)
        {
            if (into.Count == basis.Options.Suggestions) break;
            var text = MatchWording.CompletionOf(basis, match.Title, match.Match);
            if (text.IsEmpty) continue;
            using var written = new FoldedText(text);
            if (folded.Add(written.Text)) into.Add(new SearchSuggestion(SuggestionKind.Query, text.ToString()));
        }
    }

    private static void AddThemes(
        ImmutableArray<SearchSuggestion>.Builder into, PageContext context, SearchWords search, ImmutableArray<ImmutableArray<WordChoice>> words)
    {
        var basis = context.Basis.Search;
        var fields = search.Letters >= LettersForPeople || search.IsShortScript ? TextFields.Marks | TextFields.People : TextFields.Marks;
        var ids = ArrayPool<ThemeId>.Shared.Rent(MostThemes);
        var count = basis.Index.FindThemes(new TextQuery(words, fields), ids.AsSpan(0, MostThemes));
        var themes = new int[Considered];
        var top = new TopTitles(themes, new float[Considered]);
        foreach (var id in ids.AsSpan(0, count))
        {
            if (basis.Themes.TryGet(id, out var theme)) top.Offer(theme.Index, Liking(context, theme));
        }

        ArrayPool<ThemeId>.Shared.Return(ids);
        var ranked = new List<(Theme Theme, double Score)>();
        foreach (var index in themes.AsSpan(0, top.Sort()))
        {
            var theme = basis.Themes[index];
            var match = NameMatch.Of(words, basis.NameOf(theme));
            if (!match.IsWhole(words.Length) && basis.LatinNameOf(theme) is { Length: > 0 } latin) match = NameMatch.Of(words, latin);
            if (IsVisible(context, theme)) ranked.Add((theme, Liking(context, theme) + (2 * Math.Log(match.IsWhole(words.Length) ? match.Quality : 0.3f))));
        }

        foreach (var kind in ranked.OrderByDescending(entry => entry.Score).ThenBy(entry => entry.Theme.Index).GroupBy(entry => KindOf(entry.Theme)))
        {
            foreach (var (theme, _) in kind.Take(basis.Options.Suggestions)) into.Add(new SearchSuggestion(kind.Key, theme.Name));
        }
    }

    private static float Liking(PageContext context, Theme theme) => (0.3f * MathF.Log(1 + theme.Titles.Length)) + MathF.Tanh(context.Workspace.Taste[theme.Index]);

    private static bool IsVisible(PageContext context, Theme theme)
    {
        foreach (var title in theme.Titles)
        {
            if (context.Workspace.Visible.Contains(title)) return true;
        }

        return false;
    }

    private static SuggestionKind KindOf(Theme theme) => theme.Kind switch
    {
        ThemeKind.Person => SuggestionKind.Person,
        ThemeKind.Genre => SuggestionKind.Genre,
        _ => SuggestionKind.Tag,
    };
}
