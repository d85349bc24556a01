using System.Buffers;
using System.Collections.Immutable;

namespace Orleans.Personalize.Engine.Search;

/// <summary>
/// The titles whose text has the words of a search, each with the narrowest field that has them all. From names to whole texts, and as far only as
/// short words allow: everything has an a in it.
/// </summary>
internal sealed class Retrieval : IDisposable
{
    /// <summary>Only all fields together have the words.</summary>
    public const byte InStory = 1;

    /// <summary>Names, people and marks have the words.</summary>
    public const byte InMarks = 2;

    /// <summary>The names have the words.</summary>
    public const byte InNames = 3;

    /// <summary>The names have the words, and none of them goes on.</summary>
    public const byte InNamesFinished = 4;

    /// <summary>The words are somewhere in it, and in so few titles that nobody asked where.</summary>
    public const byte InAny = 5;

    // Titles that are all looked at closely, wherever they have the words.
    private const int Few = 40;

    // Letters from which a search is narrow enough for further fields.
    private const int LettersForPeople = 3;
    private const int LettersForStory = 4;

    // Titles found in narrower fields from which those that have the words elsewhere only would never be seen.
    private const int EnoughOfField = 600;

    // What more titles begin with says nothing yet: the next letter will. Bounds the time of a first letter in a large catalogue.
    private const int MostOfField = 4096;

    // What is typed in more words is not a name with a blank too many.
    private const int MostJoined = 5;

    private const TextFields Marked = TextFields.Names | TextFields.People | TextFields.Marks;

    private readonly SearchBasis _basis;
    private readonly byte[] _fields;
    private readonly int[] _found;
    private int _count;

    public Retrieval(SearchBasis basis)
    {
        _basis = basis;
        _fields = ArrayPool<byte>.Shared.Rent(Math.Max(1, basis.Catalog.Count));
        _found = ArrayPool<int>.Shared.Rent(Math.Max(1, basis.Catalog.Count));
        _fields.AsSpan(0, basis.Catalog.Count).Clear();
    }

    /// <summary>The titles found, in the order in which they were found.</summary>
    public ReadOnlySpan<int> Found => _found.AsSpan(0, _count);

    /// <summary>The narrowest field of a title that was found.</summary>
    public byte FieldOf(int title) => _fields[title];

    /// <summary>Finds titles that have all words.</summary>
    /// <param name="search">What was typed.</param>
    /// <param name="words">Its choices.</param>
    public void Find(SearchWords search, ImmutableArray<ImmutableArray<WordChoice>> words)
    {
        var (forMarks, forStory) = (search.Letters >= LettersForPeople || search.IsShortScript, search.Letters >= LettersForStory || search.IsShortScript);

        // Few titles have several words, and all are then looked at closely: where they have them need not be asked.
        if (words.Length > 1 && forStory && FindFew(words)) return;
        if (search.IsOpen) Find(search.Choices(search.Folded, finished: true), TextFields.Names, InNamesFinished);
        Find(words, TextFields.Names, InNames);
        if (forMarks && _count < EnoughOfField) Find(words, Marked, InMarks);
        if (forStory && _count < EnoughOfField) Find(words, TextFields.All, InStory);
    }

    /// <summary>Finds titles whose names have neighbouring words of the search in one.</summary>
    public void FindJoined(SearchWords search)
    {
        if (search.Words.Length > MostJoined) return;
        for (var i = 0; i + 1 < search.Words.Length; i++)
        {
            if (search.Quoted[i] || search.Quoted[i + 1]) continue;
            var at = i;
            var inOne = search.Words[at] + search.Words[at + 1];
            if (!_basis.Index.Vocabulary.Has(inOne, search.IsOpen && at + 2 == search.Words.Length)) continue;
            string[] joined = [.. search.Words.Take(at), inOne, .. search.Words.Skip(at + 2)];
            Find([.. joined.Select((word, place) => ImmutableArray.Create(new WordChoice(word, search.IsOpen && place == joined.Length - 1, 1)))], TextFields.Names, InNames);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_fields);
        ArrayPool<int>.Shared.Return(_found);
    }

    private void Find(ImmutableArray<ImmutableArray<WordChoice>> words, TextFields fields, byte field)
    {
        var into = ArrayPool<int>.Shared.Rent(MostOfField);
        var count = _basis.Index.FindTitles(new TextQuery(words, fields), into.AsSpan(0, MostOfField));
        Add(into.AsSpan(0, count), field);
        ArrayPool<int>.Shared.Return(into);
    }

    // Whether so few titles have the words that these are all.
    private bool FindFew(ImmutableArray<ImmutableArray<WordChoice>> words)
    {
        Span<int> into = stackalloc int[Few + 1];
        var count = _basis.Index.FindTitles(new TextQuery(words, TextFields.All), into);
        if (count > Few) return false;
        Add(into[..count], InAny);
        return true;
    }

    private void Add(ReadOnlySpan<int> titles, byte field)
    {
        foreach (var title in titles)
        {
            if (_basis.Catalog[title] is null || _fields[title] != 0) continue;
            _fields[title] = field;
            _found[_count++] = title;
        }
    }
}
