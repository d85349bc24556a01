using System.Collections.Concurrent;
using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.TextSearch;

/// <summary>
/// The index of one version of a catalogue. Every thread that searches has a connection of its own to the same bytes, so that nobody waits.
/// </summary>
/// <param name="database">The bytes of a database, pinned.</param>
/// <param name="vocabulary">Its words.</param>
internal sealed class TextSnapshot(byte[] database, Vocabulary vocabulary) : ITextIndex
{
    private readonly ConcurrentBag<IndexReader> _free = [];

    /// <inheritdoc/>
    public Vocabulary Vocabulary => vocabulary;

    /// <inheritdoc/>
    public int FindTitles(TextQuery query, Span<int> into)
    {
        ArgumentNullException.ThrowIfNull(query);
        var reader = Rent();
        var count = reader.FindTitles(query, into);
        Return(reader);
        return count;
    }

    /// <inheritdoc/>
    public int FindThemes(TextQuery query, Span<ThemeId> into)
    {
        ArgumentNullException.ThrowIfNull(query);
        var reader = Rent();
        var count = reader.FindThemes(query, into);
        Return(reader);
        return count;
    }

    private IndexReader Rent() => _free.TryTake(out var reader) ? reader : new IndexReader(database);

    // One that failed is not given back.
    private void Return(IndexReader reader)
    {
        if (_free.Count < 2 * Environment.ProcessorCount) _free.Add(reader);
        else reader.Dispose();
    }
}
