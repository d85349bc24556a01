using System.Collections.Immutable;
using Orleans.Personalize.Engine.Search;

namespace Orleans.Personalize.Embedded.Catalogue;

/// <summary>Which titles were opened after which search, as committed. Changed by the writer only, read by anybody.</summary>
internal sealed class SearchCounts
{
    private readonly SearchOpenings?[] _parts = new SearchOpenings?[SearchOpenings.Parts];

    /// <summary>The openings of a part; empty ones where there are none.</summary>
    public SearchOpenings this[int part] => Volatile.Read(ref _parts[part]) ?? SearchOpenings.Empty;

    /// <summary>Takes in committed openings.</summary>
    public void Publish(IEnumerable<KeyValuePair<int, SearchOpenings>> changed)
    {
        foreach (var (part, openings) in changed)
            Volatile.Write(ref _parts[part], openings);
    }

    /// <summary>What was opened after the same search.</summary>
    public ImmutableArray<(int Title, float Count)> After(string query, DateTimeOffset now)
    {
        var number = SearchOpenings.NumberOf(query);
        return this[SearchOpenings.PartOf(number)].After(number, now);
    }
}
