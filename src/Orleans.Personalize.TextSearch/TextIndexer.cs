using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.TextSearch;

/// <summary>
/// Keeps a full-text index (SQLite FTS5, in memory) of a catalogue that changes, and gives out an immutable one for each of its versions. What
/// changed from one version to the next is written anew, nothing else. One caller at a time; what it gives out may be used by anybody, also when it
/// is long gone.
/// </summary>
public sealed class TextIndexer : IDisposable
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<ThemeId, int> _themes = [];
    private Title?[] _titles = [];
    private Vocabulary _vocabulary = Vocabulary.Empty;
    private IndexWriter? _writer;
    private TextSnapshot? _snapshot;

    /// <summary>The index of a catalogue; the one given out last where no title changed since.</summary>
    public ITextIndex Follow(Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var changed = ChangedIn(catalog);
        if (_snapshot is not null && changed.Count == 0) return _snapshot;
        try
        {
            return _snapshot = Write(catalog, changed);
        }
        catch
        {
            // What was written so far is of no known state: the next call begins anew.
            Clear();
            throw;
        }
    }

    /// <summary>Gives the memory back that the next change would have been written to.</summary>
    public void Dispose() => Clear();

    private List<int> ChangedIn(Catalog catalog)
    {
        var changed = new List<int>();
        for (var number = 0; number < Math.Max(catalog.Count, _titles.Length); number++)
        {
            if (!ReferenceEquals(catalog[number], number < _titles.Length ? _titles[number] : null)) changed.Add(number);
        }

        return changed;
    }

    private TextSnapshot Write(Catalog catalog, List<int> changed)
    {
        _writer ??= new IndexWriter();
        _writer.Begin();
        if (_titles.Length < catalog.Count) Array.Resize(ref _titles, catalog.Count);
        var added = new List<string>();
        foreach (var number in changed) Replace(number, catalog[number], added);
        _writer.Commit();
        _vocabulary = _vocabulary.With(added);
        return new TextSnapshot(_writer.Copy(), _vocabulary);
    }

    private void Replace(int number, Title? title, List<string> added)
    {
        var (before, after) = (_titles[number], title);
        _titles[number] = title;
        var (oldText, newText) = (before is null ? null : IndexedText.Of(before), after is null ? null : IndexedText.Of(after));
        if (before is not null) Forget(before);
        if (after is not null) Remember(after, added);
        if (oldText == newText) return;
        if (oldText is not null) _writer!.RemoveTitle(number);
        if (newText is null) return;
        _writer!.AddTitle(number, newText);
        foreach (var words in (ReadOnlySpan<string>)[newText.Names, newText.People, newText.Marks]) Learn(words, added);
    }

    private void Remember(Title title, List<string> added)
    {
        foreach (var (id, kind, name) in IndexedText.ThemesOf(title))
        {
            var titles = _themes[id] = _themes.GetValueOrDefault(id) + 1;
            if (titles > 1) continue;
            var words = IndexedText.OfTheme(name);
            _writer!.AddTheme(id, kind, words);
            Learn(words, added);
        }
    }

    private void Forget(Title title)
    {
        foreach (var (id, _, _) in IndexedText.ThemesOf(title))
        {
            if (--_themes[id] > 0) continue;
            _themes.Remove(id);
            _writer!.RemoveTheme(id);
        }
    }

    private void Learn(string words, List<string> added)
    {
        var known = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in words.AsSpan().Split(' '))
        {
            // Shorter words are never taken for mistyped ones.
            if (words.AsSpan()[range] is { Length: > 2 } word && known.Add(word)) added.Add(word.ToString());
        }
    }

    private void Clear()
    {
        _writer?.Dispose();
        _writer = null;
        _snapshot = null;
        _titles = [];
        _themes.Clear();
        _words.Clear();
        _vocabulary = Vocabulary.Empty;
    }
}
