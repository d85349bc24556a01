using System.Collections.Immutable;
using Orleans.Personalize.Engine.Search.Text;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Search;

/// <summary>Looks closely at how titles go with one search.</summary>
/// <param name="basis">What all searches share.</param>
/// <param name="search">What was typed.</param>
/// <param name="words">The choices by which its words are met.</param>
internal sealed class TitleMatcher(SearchBasis basis, SearchWords search, ImmutableArray<ImmutableArray<WordChoice>> words)
{
    // A whole name that is not the title's own leads to less than a part of the title's name that is typed on purpose.
    private const float PersonQuality = 0.46f;
    private const float GenreQuality = 0.4f;
    private const float TagQuality = 0.36f;
    private const float ScatteredQuality = 0.3f;

    // Of two names that differ in an article only, the one as typed comes first.
    private const float WithoutArticle = 0.98f;

    // What a further place in the credits costs, down to the last that counts.
    private const float LaterCredit = 0.025f;
    private const int LastCredit = 12;

    // What a word counts where it stands, when a search is met by several fields together.
    private const float InPeople = 0.85f;
    private const float InMarks = 0.75f;
    private const float InStory = 0.35f;

    private static readonly Reason ByTitle = new() { Kind = ReasonKind.SearchMatch, Text = "Title" };

    private readonly float[] _worths = new float[words.Length];
    private (string Name, ThemeKind Kind)? _telling;
    private bool _isNamed;

    /// <summary>Looks at a title.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="inStory">Whether its synopsis counts.</param>
    public TitleMatch Match(int number, bool inStory)
    {
        var title = basis.Catalog[number]!;
        if (!HasPhrases(number, title)) return default;
        Array.Clear(_worths);
        (_telling, _isNamed) = (null, false);
        return ByNames(number, title) ?? ByThemes(number, title) ?? Scattered(title, inStory);
    }

    private TitleMatch? ByNames(int number, Title title)
    {
        var (best, quality, match) = (default(NameForm), 0f, default(NameMatch));
        foreach (var form in basis.NamesOf(number))
        {
            var found = NameMatch.Of(words, form.Folded);
            _isNamed |= Note(found, 1);
            var worth = form.Skipped > 0 ? WithoutArticle * found.Quality : found.Quality;
            if (!found.IsWhole(words.Length) || worth <= quality) continue;
            (best, quality, match) = (form, worth, found);
        }

        return quality == 0 ? null : new TitleMatch(quality, ByName(best, title), ByName: true, match.IsRun ? Completion(best, match) : null);
    }

    private static Reason ByName(NameForm form, Title title) => form.Kind switch
    {
        NameKind.Original when form.Name != title.Name => Because($"Original title: {form.Name}"),
        NameKind.Alternative => Because($"Also known as {form.Name}"),
        _ => ByTitle,
    };

    private TitleMatch? ByThemes(int number, Title title)
    {
        var (best, bestQuality) = ((Theme?)null, 0f);
        foreach (var (index, _) in basis.Themes.ThemesOf(number))
        {
            var theme = basis.Themes[index];
            if (theme.Kind is not (ThemeKind.Genre or ThemeKind.Tag or ThemeKind.Person)) continue;
            var found = NameMatch.Of(words, basis.NameOf(theme));
            if (found.IsNone && Folding.Latinize(theme.Name) is { } latin) found = NameMatch.Of(words, latin);
            if (found.IsNone) continue;
            Note(found, theme.Kind == ThemeKind.Person ? InPeople : InMarks, theme.Name, theme.Kind);
            if (!found.IsWhole(words.Length)) continue;
            var quality = found.Worth * (0.8f + (0.2f * found.Share)) * (theme.Kind switch
            {
                ThemeKind.Person => PersonQuality * (1 - (LaterCredit * Math.Min(LastCredit, CreditOf(theme.Name, title)))),
                ThemeKind.Genre => GenreQuality,
                _ => TagQuality,
            });
            if (quality > bestQuality) (best, bestQuality) = (theme, quality);
        }

        if (best is not null) return new TitleMatch(bestQuality, ByTheme(best.Name, best.Kind, title), ByName: false, Completion: null);
        return ByFurtherCredits(title) is { Quality: > 0 } further ? further : null;
    }

    // Beyond those that make themes.
    private TitleMatch ByFurtherCredits(Title title)
    {
        if (title.People.IsDefaultOrEmpty) return default;
        for (var i = LastCredit; i < title.People.Length; i++)
        {
            var found = NameMatch.Of(words, Folding.Fold(title.People[i].Name));
            if (found.IsNone) continue;
            Note(found, InPeople, title.People[i].Name, ThemeKind.Person);
            if (!found.IsWhole(words.Length)) continue;
            var quality = found.Worth * PersonQuality * (1 - (LaterCredit * LastCredit)) * (0.8f + (0.2f * found.Share));
            return new TitleMatch(quality, ByTheme(title.People[i].Name, ThemeKind.Person, title), ByName: false, Completion: null);
        }

        return default;
    }

    private TitleMatch Scattered(Title title, bool inStory)
    {
        if (title.Year is { } year) Note(NameMatch.Of(words, year.ToString(System.Globalization.CultureInfo.InvariantCulture)), InMarks);
        foreach (var place in Places(title)) Note(NameMatch.Of(words, Folding.Fold(place)), InMarks);
        var everyday = default(string);
        foreach (var (why, said) in EverydayWords.Of(title))
        {
            if (Note(NameMatch.Of(words, said), InMarks)) everyday ??= why;
        }

        var story = false;
        if (inStory && _worths.AsSpan().Contains(0) && !string.IsNullOrEmpty(title.Synopsis))
        {
            var found = StoryMatch(Folding.Fold(title.Synopsis));
            Note(found, InStory);
            story = !found.IsNone;
        }

        if (_worths.AsSpan().Contains(0)) return default;
        var quality = ScatteredQuality * System.Numerics.Tensors.TensorPrimitives.Sum<float>(_worths) / _worths.Length;
        var reason = _telling is { } telling ? ByTheme(telling.Name, telling.Kind, title)
            : everyday is not null && !_isNamed ? Because(everyday)
            : story ? Because("In the story")
            : ByTitle;
        return new TitleMatch(quality, reason, ByName: false, Completion: null);
    }

    // A synopsis is longer than the names that are compared word by word: each part is compared by itself.
    private NameMatch StoryMatch(string story)
    {
        const int part = 300;
        var met = default(NameMatch);
        for (var start = 0; start < story.Length; start += part)
        {
            var end = Math.Min(story.Length, start + part);
            while (end < story.Length && story[end] != ' ') end++;
            var found = NameMatch.Of(words, story.AsSpan(start, end - start).Trim());
            met = met.IsNone ? found : met with { Met = met.Met | found.Met };
            start = end - part;
        }

        return met;
    }

    private static IEnumerable<string> Places(Title title) =>
        (title.Countries.IsDefaultOrEmpty ? [] : title.Countries.AsEnumerable()).Concat(title.Languages.IsDefaultOrEmpty ? [] : title.Languages);

    // Whether a word of the search is met better than before.
    private bool Note(in NameMatch found, float field, string? name = null, ThemeKind kind = default)
    {
        if (found.IsNone) return false;
        var isBetter = false;
        for (var i = 0; i < _worths.Length; i++)
        {
            if ((found.Met & (1u << i)) == 0 || _worths[i] >= field * found.Worth) continue;
            _worths[i] = field * found.Worth;
            isBetter = true;
            if (name is not null) _telling = (name, kind);
        }

        return isBetter;
    }

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

    private static string RoleOf(string name, Title title) => title.People[CreditOf(name, title)].Role switch
    {
        CreditRole.Director => "Director",
        CreditRole.Writer => "Writer",
        CreditRole.Creator => "Creator",
        _ => "Actor",
    };

    private static int CreditOf(string name, Title title)
    {
        for (var i = 0; i < title.People.Length; i++)
        {
            if (string.Equals(title.People[i].Name, name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        // The theme bears the name as another title spells it.
        var id = ThemeId.Of(ThemeKind.Person, name);
        for (var i = 0; i < title.People.Length; i++)
        {
            if (ThemeId.Of(ThemeKind.Person, title.People[i].Name) == id) return i;
        }

        return 0;
    }

    private static Reason Because(string text) => new() { Kind = ReasonKind.SearchMatch, Text = text };

    private bool HasPhrases(int number, Title title)
    {
        foreach (var phrase in search.Phrases)
        {
            var texts = basis.NamesOf(number).Select(form => form.Folded)
                .Concat((title.People.IsDefaultOrEmpty ? [] : title.People).Select(credit => Folding.Fold(credit.Name)))
                .Concat((title.Genres.IsDefaultOrEmpty ? [] : title.Genres).Select(text => Folding.Fold(text)))
                .Concat((title.Tags.IsDefaultOrEmpty ? [] : title.Tags).Select(text => Folding.Fold(text)))
                .Append(Folding.Fold(title.Synopsis));
            if (!texts.Any(text => $" {text} ".Contains($" {phrase} ", StringComparison.Ordinal))) return false;
        }

        return true;
    }

    // The words of the name as it is written, from the first to the last that was typed.
    private static string? Completion(NameForm form, in NameMatch match)
    {
        var parts = form.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1 && !form.Folded.Contains(' ', StringComparison.Ordinal) && form.Skipped == 0) return form.Name;
        var (place, first, last) = (-form.Skipped, -1, -1);
        for (var i = 0; i < parts.Length; i++)
        {
            var folded = (form.IsApart ? Folding.Apart(parts[i]) : null) ?? Folding.Fold(parts[i]);
            if (folded.Length == 0) continue;
            var next = place + folded.AsSpan().Count(' ') + 1;
            if (first < 0 && match.First < next) first = i;
            if (last < 0 && match.Last < next) last = i;
            place = next;
        }

        return first < 0 || last < 0 ? form.Name : string.Join(' ', parts[first..(last + 1)]).Trim(' ', ':', ',', ';', '-', '–', '.', '!', '?');
    }
}
