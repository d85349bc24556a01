using Orleans.CodeGeneration;
using Orleans.Concurrency;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Grains.Rules;

/// <summary>The rules of one tenant, which is its key. Every silo asks once a second whether they changed.</summary>
/// <remarks>All calls interleave; concurrent changes share one write.</remarks>
[Version(1), Alias("op.IRulesGrain")]
public interface IRulesGrain : IGrainWithStringKey
{
    /// <summary>Adds a rule or replaces it whole; returns when that is durable.</summary>
    /// <exception cref="InvalidRequestException">Something is wrong with it, or there are too many.</exception>
    [AlwaysInterleave, Alias("Put")]
    Task PutAsync(EditorialRule rule);

    /// <summary>Takes a rule away.</summary>
    /// <returns>Whether there was such a rule.</returns>
    [AlwaysInterleave, Alias("Remove")]
    Task<bool> RemoveAsync(RuleId rule);

    /// <summary>The rules, unless the asker knows them.</summary>
    /// <param name="known">The version the asker has; -1 for none.</param>
    [AlwaysInterleave, ReadOnly, Alias("Get")]
    Task<RuleReport> GetAsync(long known);
}
