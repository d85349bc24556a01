using Orleans.Personalize.Engine.Search.Text;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Search;

/// <summary>Says in words what of a title goes with a search.</summary>
internal static class MatchWording
{
    private static readonly Reason ByTitle = Because("Title");

    /// <summary>The reason to show with a result.</summary>
    /// <param name="basis">What all searches share.</param>
    /// <param name="number">The title's number.</param>
    /// <param name="match">How it matches.</param>
    public static Reason ReasonOf(SearchBasis basis, int number, in TitleMatch match)
    {
        var title = basis.Catalog[number]!;
        return match.By switch
        {
            MatchedBy.Name => ByName(basis.NamesOf(number)[match.Place], title),
            MatchedBy.Theme => ByTheme(basis.Themes[match.Place].Name, basis.Themes[match.Place].Kind, title),
            MatchedBy.Credit => ByTheme(title.People[match.Place].Name, ThemeKind.Person, title),
            MatchedBy.Tag => ByTheme(title.Tags[match.Place], ThemeKind.Tag, title),
            MatchedBy.Saying => Because(basis.SayingsOf(number)[match.Place].Why!),
            MatchedBy.Story => Because("In the story"),
            MatchedBy.Openings => SearchReasons.Opened,
            _ => ByTitle,
        };
    }

    /// <summary>The words of its name that were typed, as the catalogue writes them; empty where they do not stand side by side in one.</summary>
    /// <param name="basis">What all searches share.</param>
    /// <param name="number">The title's number.</param>
    /// <param name="match">How it matches.</param>
    public static ReadOnlySpan<char> CompletionOf(SearchBasis basis, int number, in TitleMatch match) =>
        match.ByName && match.First >= 0 ? Completion(basis.NamesOf(number)[match.Place], match.First, match.Last) : default;

    private static Reason ByName(NameForm form, Title title) => form.Kind switch
    {
        NameKind.Original when form.Name != title.Name => Because($"Original title: {form.Name}"),
        NameKind.Alternative => Because($"Also known as {form.Name}"),
        _ => ByTitle,
    };

    private static Reason ByTheme(string name, ThemeKind kind, Title title) => new()
    {
        Kind = ReasonKind.SearchMatch,
        Text = kind switch
        {
            ThemeKind.Person => $"{RoleOf(name, title)}: {name}",
            ThemeKind.Genre => $"Genre: {name}",
            _ => $"About: {name}",
        },
        Theme = name,
    };

    private static string RoleOf(string name, Title title) => title.People[TitleMatcher.CreditOf(name, title)].Role switch
    {
        CreditRole.Director => "Director",
        CreditRole.Writer => "Writer",
        CreditRole.Creator => "Creator",
        _ => "Actor",
    };

    private static Reason Because(string text) => new() { Kind = ReasonKind.SearchMatch, Text = text };

    // The words of the name as it is written, from the first to the last that was typed.
    private static ReadOnlySpan<char> Completion(NameForm form, int firstMet, int lastMet)
    {
        var name = form.Name.AsSpan();
        if (name.Contains(' ') && !form.Folded.Contains(' ', StringComparison.Ordinal) && form.Skipped == 0) return name;
        var (place, start, end) = (-form.Skipped, -1, -1);
        foreach (var part in name.Split(' '))
        {
            var words = WordsOf(name[part], form.IsApart);
            if (words == 0) continue;
            place += words;
            if (start < 0 && firstMet < place) start = part.Start.Value;
            if (end < 0 && lastMet < place) end = part.End.Value;
        }

        return start < 0 || end < 0 ? name : name[start..end].Trim(" :,;-–.!?");
    }

    // How many folded words stand where a name has no blank.
    private static int WordsOf(ReadOnlySpan<char> part, bool isApart)
    {
        if (isApart && Folding.Apart(part.ToString()) is { } apart) return apart.AsSpan().Count(' ') + 1;
        using var folded = new FoldedText(part);
        return folded.Text.IsEmpty ? 0 : folded.Text.Count(' ') + 1;
    }
}
