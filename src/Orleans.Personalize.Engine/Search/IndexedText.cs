using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Orleans.Personalize.Engine.Search.Text;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Search;

/// <summary>
/// The words under which a title is found, folded and separated by blanks: as written, and as they may be typed instead (Latin letters for other
/// scripts, ae for ä, neighbouring words of a name in one, what an apostrophe joins as two, everyday words for genres and origins).
/// </summary>
/// <param name="Names">From its names.</param>
/// <param name="People">From the names of people.</param>
/// <param name="Marks">From genres, tags, places, languages, year and kind.</param>
/// <param name="Story">From its synopsis.</param>
public sealed record IndexedText(string Names, string People, string Marks, string Story)
{
    // A name that goes on is not typed in one word.
    private const int JoinedWords = 6;

    /// <summary>The words of a title.</summary>
    public static IndexedText Of(Title title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var (names, people, marks) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var name in NamesOf(title)) AddName(names, name);
        if (!title.People.IsDefaultOrEmpty)
        {
            foreach (var credit in title.People) Add(people, credit.Name);
        }

        foreach (var text in Texts(title.Genres, 0).Concat(Texts(title.Tags, 0)).Concat(Texts(title.Countries, 3)).Concat(Texts(title.Languages, 4)))
            Add(marks, text);
        if (title.Year is { } year) Add(marks, year.ToString(CultureInfo.InvariantCulture));
        foreach (var saying in EverydayWords.Of(title)) Append(marks, saying.Words);
        return new IndexedText(names.ToString(), people.ToString(), marks.ToString(), Folding.Fold(title.Synopsis));
    }

    /// <summary>The words of the name of a genre, tag or person.</summary>
    public static string OfTheme(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = new StringBuilder();
        Add(words, name);
        return words.ToString();
    }

    /// <summary>The genres, tags and people of a title by which it can be found, each once.</summary>
    public static IEnumerable<(ThemeId Id, ThemeKind Kind, string Name)> ThemesOf(Title title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return Texts(title.Genres, 0).Select(name => (ThemeKind.Genre, name))
            .Concat(Texts(title.Tags, 0).Select(name => (ThemeKind.Tag, name)))
            .Concat((title.People.IsDefaultOrEmpty ? [] : title.People).Select(credit => (ThemeKind.Person, name: credit.Name)))
            .Where(theme => !string.IsNullOrWhiteSpace(theme.name))
            .Select(theme => (ThemeId.Of(theme.Item1, theme.name), theme.Item1, theme.name))
            .DistinctBy(theme => theme.Item1);
    }

    /// <summary>All names of a title, the one shown first.</summary>
    internal static IEnumerable<string> NamesOf(Title title)
    {
        yield return title.Name;
        if (!string.IsNullOrWhiteSpace(title.OriginalName)) yield return title.OriginalName;
        foreach (var name in Texts(title.AlternativeNames, 0)) yield return name;
    }

    private static IEnumerable<string> Texts(ImmutableArray<string> texts, int shortest) =>
        texts.IsDefaultOrEmpty ? [] : texts.Where(text => text.Length >= shortest);

    private static void AddName(StringBuilder into, string name)
    {
        Add(into, name);
        var words = Folding.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < Math.Min(words.Length, JoinedWords); i++)
        {
            if (!Folding.IsWord(words[i][0]) && !Folding.IsWord(words[i + 1][0])) into.Append(' ').Append(words[i]).Append(words[i + 1]);
        }

        AddAbbreviation(into, words);
    }

    // S.W.A.T. is typed as swat.
    private static void AddAbbreviation(StringBuilder into, string[] words)
    {
        var letters = words.TakeWhile(word => word.Length == 1).ToArray();
        if (letters.Length > 2) into.Append(' ').AppendJoin("", letters);
    }

    private static void Add(StringBuilder into, string text)
    {
        Append(into, Folding.Fold(text));
        Append(into, Folding.Latinize(text));
        Append(into, Folding.Digraphs(text));
        Append(into, Folding.Apart(text));
    }

    private static void Append(StringBuilder into, string? words)
    {
        if (string.IsNullOrEmpty(words)) return;
        if (into.Length > 0) into.Append(' ');
        into.Append(words);
    }
}
