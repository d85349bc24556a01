using System.Collections.Immutable;
using Orleans.Personalize.Engine.Decay;
using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Search;

/// <summary>
/// Which titles members open after which search: decayed counts, kept for one part of all searches, bounded. Searches are known by a hash
/// of their folded words; what was typed is not kept. Immutable; each outcome makes a new one.
/// </summary>
public sealed class SearchOpenings
{
    /// <summary>Into how many parts searches are split. Never changes: what is stored depends on it.</summary>
    public const int Parts = 256;

    // Pairs of a search and a title that a part remembers; the least opened leave.
    private const int MostPairs = 512;
    private const int QueryBits = 24;
    private const int TitleBits = 24;
    private const int BitsInPart = 16;
    private const float MostWeight = 1000;
    private const byte Version = 1;
    private const int BufferBytes = 16 + (MostPairs * 10);

    // 60 days; what people mean by a word changes slowly.
    private const uint HalfLife = 60 * 24 * 3600;

    private readonly DecayedWeights _pairs;

    private SearchOpenings(DecayedWeights pairs) => _pairs = pairs;

    /// <summary>Nothing opened yet.</summary>
    public static SearchOpenings Empty { get; } = new(default);

    /// <summary>The number that a search is known by: 24 bits, the same for all spellings that are folded to the same words.</summary>
    public static int NumberOf(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return (int)(StableHash64.Of(SearchWords.Read(query).Folded) & ((1UL << QueryBits) - 1));
    }

    /// <summary>The part that a search belongs to.</summary>
    /// <param name="query">From <see cref="NumberOf"/>.</param>
    public static int PartOf(int query) => query >> BitsInPart;

    /// <summary>Takes one outcome in.</summary>
    /// <returns>The openings themselves where the outcome is of another kind, or of no weight.</returns>
    public SearchOpenings Apply(in TitleOutcome outcome)
    {
        if (outcome.Kind != TitleOutcomeKind.OpenedAfterSearch
            || !(outcome.Weight > 0)
            || outcome.Title is < 0 or >= Catalog.MaxCount
            || outcome.Next is < 0 or >= 1 << QueryBits) return this;
        var key = KeyOf(outcome.Next) | (uint)outcome.Title;
        return new SearchOpenings(_pairs.Add(key, Math.Min(outcome.Weight, MostWeight), Interaction.ToSeconds(outcome.Time), HalfLife, MostPairs));
    }

    /// <summary>How often titles were opened after a search of this part, with a half-life of 60 days, valued at <paramref name="now"/>.</summary>
    /// <param name="query">From <see cref="NumberOf"/>.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>Catalogue numbers, ascending, and counts.</returns>
    public ImmutableArray<(int Title, float Count)> After(int query, DateTimeOffset now)
    {
        var first = KeyOf(query);
        var seconds = Interaction.ToSeconds(now);
        var openings = ImmutableArray.CreateBuilder<(int, float)>();
        for (var i = 0; i < _pairs.Count; i++)
        {
            var key = _pairs.KeyAt(i);
            if (key >> TitleBits == first >> TitleBits)
                openings.Add(((int)(key & ((1 << TitleBits) - 1)), _pairs.WeightAt(i, seconds, HalfLife)));
        }

        return openings.ToImmutable();
    }

    /// <summary>Writes the versioned binary form, at most a few kB.</summary>
    public byte[] Encode()
    {
        var writer = new ByteWriter(stackalloc byte[BufferBytes]);
        writer.Byte(Version);
        _pairs.Write(ref writer);
        writer.Checksum();
        return writer.Written.ToArray();
    }

    /// <summary>Reads a form that this or an earlier version wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a form.</exception>
    public static SearchOpenings Decode(ReadOnlySpan<byte> bytes)
    {
        ByteReader.Require(bytes.Length <= BufferBytes, "openings are never that long");
        var reader = new ByteReader(bytes);
        ByteReader.Require(reader.Byte() == Version, "the version of the form is unknown");
        var pairs = DecayedWeights.Read(ref reader, MostPairs);
        reader.End();
        return new SearchOpenings(pairs);
    }

    // 16 bits of the search, 24 of the title.
    private static ulong KeyOf(int query) => (ulong)(query & ((1 << BitsInPart) - 1)) << TitleBits;
}
