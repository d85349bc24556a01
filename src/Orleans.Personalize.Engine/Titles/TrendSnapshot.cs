using System.Collections.Immutable;

namespace Orleans.Personalize.Engine.Titles;

/// <summary>Decayed plays of all titles, valued at one moment.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Plays">float[titles] by title number; may be shorter than the catalogue, absent titles have none.</param>
public sealed record TrendSnapshot(DateTimeOffset AsOf, ImmutableArray<float> Plays)
{
    /// <summary>Nothing is known to be watched.</summary>
    public static TrendSnapshot Empty { get; } = new(DateTimeOffset.UnixEpoch, []);
}
