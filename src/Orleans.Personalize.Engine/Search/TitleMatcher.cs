using System.Collections.Immutable;
using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Search.Text;
using Orleans.Personalize.Engine.Titles;
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
    // Who types all of a genre's name means it, rather than names with longer words that begin so.
    private const float WholeGenreQuality = 0.5f;
    private const float TagQuality = 0.36f;
    private const float ScatteredQuality = 0.3f;

    // Of two names that differ in an article only, the one as typed comes first.
    private const float WithoutArticle = 0.98f;

    // What a further place in the credits costs, down to the last that counts.
    private const float LaterCredit = 0.025f;
    private const int LastCredit = 12;
    private const int LastTag = 12;

    // What a word counts where it stands, when a search is met by several fields together.
    private const float InPeople = 0.85f;
    private const float InMarks = 0.75f;
    private const float InStory = 0.35f;

    private readonly ulong[] _letters = [.. words.SelectMany(choices => choices).Select(choice => Letters.Of(choice.Word)).Distinct()];
    private readonly float[] _worths = new float[words.Length];
    private TitleMatch _telling;
    private bool _isNamed;

    /// <summary>Looks at a title.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="inStory">Whether its synopsis counts.</param>
    public TitleMatch Match(int number, bool inStory)
    {
        var title = basis.Catalog[number]!;
        if (!HasPhrases(number, title)) return default;
        Array.Clear(_worths);
        (_telling, _isNamed) = (default, false);
        if (ByNames(number) is { Quality: > 0 } named) return named;
        return ByThemes(number, title) is { Quality: > 0 } themed ? themed : Scattered(number, title, inStory);
    }

    /// <summary>The place of a person in the credits of a title.</summary>
    public static int CreditOf(string name, Title title)
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

    private TitleMatch ByNames(int number)
    {
        var best = default(TitleMatch);
        var forms = basis.NamesOf(number);
        for (var i = 0; i < forms.Length; i++)
        {
            if (!MayMeet(forms[i].Letters)) continue;
            var found = NameMatch.Of(words, forms[i].Folded);
            _isNamed |= Note(found, 1);
            var worth = forms[i].Skipped > 0 ? WithoutArticle * found.Quality : found.Quality;
            if (!found.IsWhole(words.Length) || worth <= best.Quality) continue;
            best = found.IsRun ? new TitleMatch(worth, MatchedBy.Name, i, found.First, found.Last) : new TitleMatch(worth, MatchedBy.Name, i);
        }

        return best;
    }

    private TitleMatch ByThemes(int number, Title title)
    {
        var best = default(TitleMatch);
        foreach (var (index, _) in basis.Themes.ThemesOf(number))
        {
            var theme = basis.Themes[index];
            if (theme.Kind is not (ThemeKind.Genre or ThemeKind.Tag or ThemeKind.Person) || !MayMeet(basis.LettersOf(theme))) continue;
            var found = NameMatch.Of(words, basis.NameOf(theme));
            if (found.IsNone && basis.LatinNameOf(theme) is { Length: > 0 } latin) found = NameMatch.Of(words, latin);
            if (found.IsNone) continue;
            Note(found, theme.Kind == ThemeKind.Person ? InPeople : InMarks, new TitleMatch(0, MatchedBy.Theme, index));
            if (!found.IsWhole(words.Length)) continue;
            var quality = found.Worth * (0.8f + (0.2f * found.Share)) * (theme.Kind switch
            {
                ThemeKind.Person => PersonQuality * (1 - (LaterCredit * Math.Min(LastCredit, CreditOf(theme.Name, title)))),
                ThemeKind.Genre => found.Share >= 1 ? WholeGenreQuality : GenreQuality,
                _ => TagQuality,
            });
            if (quality > best.Quality) best = new TitleMatch(quality, MatchedBy.Theme, index);
        }

        if (best.Quality > 0) return best;
        for (var i = LastCredit; i < People(title).Length; i++)
        {
            if (ByFurther(title.People[i].Name, MatchedBy.Credit, i, InPeople, PersonQuality * (1 - (LaterCredit * LastCredit))) is { Quality: > 0 } credited) return credited;
        }

        for (var i = LastTag; i < Tags(title).Length; i++)
        {
            if (ByFurther(title.Tags[i], MatchedBy.Tag, i, InMarks, TagQuality) is { Quality: > 0 } tagged) return tagged;
        }

        return default;
    }

    // Beyond the people and tags that make themes.
    private TitleMatch ByFurther(string text, MatchedBy by, int place, float field, float quality)
    {
        using var folded = new FoldedText(text);
        var found = NameMatch.Of(words, folded.Text);
        if (found.IsNone) return default;
        Note(found, field, new TitleMatch(0, by, place));
        return found.IsWhole(words.Length) ? new TitleMatch(found.Worth * quality * (0.8f + (0.2f * found.Share)), by, place) : default;
    }

    private TitleMatch Scattered(int number, Title title, bool inStory)
    {
        var everyday = -1;
        var sayings = basis.SayingsOf(number);
        for (var i = 0; i < sayings.Length; i++)
        {
            if (!MayMeet(sayings[i].Letters)) continue;
            if (Note(NameMatch.Of(words, sayings[i].Words), InMarks) && sayings[i].Why is not null && everyday < 0) everyday = i;
        }

        var story = false;
        if (inStory && _worths.AsSpan().Contains(0) && !string.IsNullOrEmpty(title.Synopsis))
        {
            using var folded = new FoldedText(title.Synopsis);
            var found = StoryMatch(folded.Text);
            Note(found, InStory);
            story = !found.IsNone;
        }

        if (_worths.AsSpan().Contains(0)) return default;
        var quality = ScatteredQuality * TensorPrimitives.Sum<float>(_worths) / _worths.Length;
        return _telling.By != MatchedBy.Nothing ? _telling with { Quality = quality }
            : everyday >= 0 && !_isNamed ? new TitleMatch(quality, MatchedBy.Saying, everyday)
            : new TitleMatch(quality, story ? MatchedBy.Story : MatchedBy.Together);
    }

    private static ReadOnlySpan<Credit> People(Title title) => title.People.IsDefault ? [] : title.People.AsSpan();

    private static ReadOnlySpan<string> Tags(Title title) => title.Tags.IsDefault ? [] : title.Tags.AsSpan();

    // Whether a text of such letters can have one of the words.
    private bool MayMeet(ulong letters)
    {
        foreach (var needed in _letters)
        {
            if ((needed & ~letters) == 0) return true;
        }

        return false;
    }

    // A synopsis is longer than the names that are compared word by word: each part is compared by itself.
    private NameMatch StoryMatch(ReadOnlySpan<char> story)
    {
        const int part = 300;
        var met = default(NameMatch);
        for (var start = 0; start < story.Length; start += part)
        {
            var end = Math.Min(story.Length, start + part);
            while (end < story.Length && story[end] != ' ') end++;
            var found = NameMatch.Of(words, story[start..end].Trim());
            met = met.IsNone ? found : met with { Met = met.Met | found.Met };
            start = end - part;
        }

        return met;
    }

    // Whether a word of the search is met better than before; what tells of it is kept.
    private bool Note(in NameMatch found, float field, TitleMatch telling = default)
    {
        if (found.IsNone) return false;
        var isBetter = false;
        for (var i = 0; i < _worths.Length; i++)
        {
            if ((found.Met & (1u << i)) == 0 || _worths[i] >= field * found.Worth) continue;
            _worths[i] = field * found.Worth;
            isBetter = true;
            if (telling.By != MatchedBy.Nothing) _telling = telling;
        }

        return isBetter;
    }

    private bool HasPhrases(int number, Title title)
    {
        foreach (var phrase in search.Phrases)
        {
            if (!HasPhrase(number, title, phrase)) return false;
        }

        return true;
    }

    private bool HasPhrase(int number, Title title, string phrase)
    {
        foreach (var form in basis.NamesOf(number))
        {
            if (Has(form.Folded, phrase)) return true;
        }

        foreach (var (index, _) in basis.Themes.ThemesOf(number))
        {
            if (basis.Themes[index].Kind is ThemeKind.Genre or ThemeKind.Tag or ThemeKind.Person && Has(basis.NameOf(basis.Themes[index]), phrase)) return true;
        }

        for (var i = LastCredit; i < People(title).Length; i++)
        {
            if (HasFolded(title.People[i].Name, phrase)) return true;
        }

        for (var i = LastTag; i < Tags(title).Length; i++)
        {
            if (HasFolded(title.Tags[i], phrase)) return true;
        }

        return HasFolded(title.Synopsis, phrase);
    }

    private static bool HasFolded(string? text, string phrase)
    {
        using var folded = new FoldedText(text);
        return Has(folded.Text, phrase);
    }

    private static bool Has(ReadOnlySpan<char> text, string phrase)
    {
        for (var start = 0; start + phrase.Length <= text.Length; start++)
        {
            var at = text[start..].IndexOf(phrase, StringComparison.Ordinal);
            if (at < 0) return false;
            start += at;
            var end = start + phrase.Length;
            if ((start == 0 || text[start - 1] == ' ') && (end == text.Length || text[end] == ' ')) return true;
        }

        return false;
    }
}
