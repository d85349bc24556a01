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

    // Letters from which a search is narrow enough for further fields.
    private const int LettersForPeople = 3;
    private const int LettersForStory = 4;

    // Titles found in narrower fields from which those that have the words elsewhere only would never be seen.
    private const int EnoughOfField = 600;

    // What more titles begin with says nothing yet: the next letter will. Bounds the time of a first letter in a large catalogue.
    private const int MostOfField = 4096;

    // What is typed in more words is not a name with a blank too many.
    private const int MostJoined = 5;

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
        var letters = search.Letters;
        if (search.IsOpen) Find(search.Choices(search.Folded, finished: true), TextFields.Names, InNamesFinished);
        Find(words, TextFields.Names, InNames);
        if (_count < EnoughOfField && (letters >= LettersForPeople || search.IsShortScript)) Find(words, TextFields.Names | TextFields.People | TextFields.Marks, InMarks);
        if (_count < EnoughOfField && (letters >= LettersForStory || search.IsShortScript)) Find(words, TextFields.All, InStory);
    }

    /// <summary>Finds titles whose names have neighbouring words of the search in one.</summary>
    public void FindJoined(SearchWords search)
    {
        if (search.Words.Length > MostJoined) return;
        for (var i = 0; i + 1 < search.Words.Length; i++)
        {
            if (search.Quoted[i] || search.Quoted[i + 1]) continue;
            var at = i;
            var joined = search.Words.Select((word, place) => place == at ? word + search.Words[at + 1] : word).Where((_, place) => place != at + 1);
            Find([.. joined.Select(word => ImmutableArray.Create(new WordChoice(word, search.IsOpen && at + 2 == search.Words.Length, 1)))], TextFields.Names, InNames);
        }
    }

    /// <summary>Adds a title that is known from elsewhere.</summary>
    public void Add(int title, byte field)
    {
        if (_fields[title] != 0) return;
        _fields[title] = field;
        _found[_count++] = title;
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
        foreach (var title in into.AsSpan(0, count))
        {
            if (_basis.Catalog[title] is not null) Add(title, field);
        }

        ArrayPool<int>.Shared.Return(into);
    }
}
