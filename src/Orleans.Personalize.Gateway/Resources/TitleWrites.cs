using System.Collections.Immutable;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Gateway.Resources;

/// <summary>What became of the titles of one call.</summary>
/// <param name="Accepted">How many are now in the catalogue.</param>
/// <param name="Refused">How many are wrong.</param>
/// <param name="Results">One result for each title, in the order sent.</param>
internal sealed record TitleWrites(int Accepted, int Refused, ImmutableArray<TitleWriteResult> Results)
{
    /// <summary>Counts results.</summary>
    public static TitleWrites Of(ImmutableArray<TitleWriteResult> results)
    {
        var accepted = results.Count(r => r.Accepted);
        return new TitleWrites(accepted, results.Length - accepted, results);
    }
}
