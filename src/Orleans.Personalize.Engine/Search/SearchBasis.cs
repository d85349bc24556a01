using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Orleans.Personalize.Engine.Search.Text;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Search;

/// <summary>What all searches of one engine share. What is worked out on demand is kept; who asks first makes no difference to the answer.</summary>
/// <param name="catalog">The titles.</param>
/// <param name="themes">What they have in common.</param>
/// <param name="index">Finds words in them.</param>
/// <param name="options">How results are ordered.</param>
internal sealed class SearchBasis(Catalog catalog, ThemeIndex themes, ITextIndex index, SearchOptions options)
{
    // At the beginning of a name, in the languages that write them apart.
    private static readonly FrozenSet<string> Articles = FrozenSet.Create(
        StringComparer.Ordinal,
        "the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el", "los", "las", "una", "il", "lo", "gli", "o", "os", "as", "um",
        "uma", "de", "het", "een", "den", "det", "en", "et");

    private readonly NameForm[]?[] _names = new NameForm[catalog.Count][];
    private readonly string?[] _themeNames = new string[themes.Themes.Length];
    private readonly string?[] _latinNames = new string[themes.Themes.Length];
    private readonly ulong[] _themeLetters = new ulong[themes.Themes.Length];
    private readonly Sayings _sayings = new(catalog);
    private readonly ConcurrentDictionary<string, bool> _common = new(StringComparer.Ordinal);

    /// <summary>The titles.</summary>
    public Catalog Catalog => catalog;

    /// <summary>What they have in common.</summary>
    public ThemeIndex Themes => themes;

    /// <summary>Finds words in them.</summary>
    public ITextIndex Index => index;

    /// <summary>How results are ordered.</summary>
    public SearchOptions Options => options;

    /// <summary>The names of a title, folded; the one shown first.</summary>
    public NameForm[] NamesOf(int number) => _names[number] ??= Forms(catalog[number]!);

    /// <summary>The name of a theme, folded.</summary>
    public string NameOf(Theme theme) => _themeNames[theme.Index] ??= Folding.Fold(theme.Name);

    /// <summary>The name of a theme in Latin letters; empty where it is written in them.</summary>
    public string LatinNameOf(Theme theme) => _latinNames[theme.Index] ??= Folding.Latinize(theme.Name) ?? "";

    /// <summary>The letters of the name of a theme, in both ways of writing.</summary>
    public ulong LettersOf(Theme theme)
    {
        ref var letters = ref _themeLetters[theme.Index];
        if (letters == 0) letters = Letters.Of(NameOf(theme)) | Letters.Of(LatinNameOf(theme));
        return letters;
    }

    /// <summary>What is said of a title beside its names, themes and story.</summary>
    public Saying[] SayingsOf(int number) => _sayings.Of(number);

    /// <summary>Finds the titles that have a word; none where more have it than there is room for, which is found out only once.</summary>
    /// <param name="word">The ways to write it.</param>
    /// <param name="into">Receives their numbers.</param>
    public int FindUnlessCommon(ImmutableArray<WordChoice> word, Span<int> into)
    {
        var isOneWord = word.Length == 1 && !word[0].IsPrefix;
        if (isOneWord && _common.ContainsKey(word[0].Word)) return 0;
        var count = index.FindTitles(new TextQuery([word], TextFields.All), into);
        if (count < into.Length) return count;
        if (isOneWord) _common.TryAdd(word[0].Word, true);
        return 0;
    }

    /// <summary>The genres, tags and people that are named exactly so.</summary>
    public IEnumerable<Theme> ThemesNamed(string query)
    {
        var words = SearchWords.Read(query);
        if (words.Words.IsEmpty) return [];
        Span<ThemeId> ids = stackalloc ThemeId[64];
        var found = index.FindThemes(new TextQuery(words.Choices(query, finished: true), TextFields.Marks | TextFields.People), ids);
        var named = new List<Theme>();
        foreach (var id in ids[..found])
        {
            if (themes.TryGet(id, out var theme) && (NameOf(theme) == words.Folded || LatinNameOf(theme) == words.Folded)) named.Add(theme);
        }

        return named;
    }

    private static NameForm[] Forms(Title title)
    {
        var forms = new List<NameForm>(2);
        foreach (var name in IndexedText.NamesOf(title))
        {
            var kind = forms.Count == 0 ? NameKind.Shown : name == title.OriginalName ? NameKind.Original : NameKind.Alternative;
            var folded = Folding.Fold(name);
            forms.Add(new NameForm(name, folded, kind));
            if (Folding.Latinize(name) is { Length: > 0 } latin) forms.Add(new NameForm(name, latin, kind));
            if (Folding.Digraphs(name) is { Length: > 0 } digraphs) forms.Add(new NameForm(name, digraphs, kind));
            if (Folding.Apart(name) is { } apart) forms.Add(new NameForm(name, apart, kind, IsApart: true));
            if (folded.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank)
            {
                forms.Add(new NameForm(name, folded.Replace(" ", "", StringComparison.Ordinal), kind));
                if (Articles.Contains(folded[..blank])) forms.Add(new NameForm(name, folded[(blank + 1)..], kind, Skipped: 1));
            }
        }

        return [.. forms];
    }
}
