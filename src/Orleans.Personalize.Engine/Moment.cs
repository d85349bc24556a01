using System.Collections.Immutable;
using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Engine.Households;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine;

/// <summary>What is true right now, gathered by the host for one answer.</summary>
/// <param name="Now">The present moment.</param>
/// <param name="Trend">What is watched everywhere, as of the last gathering.</param>
/// <param name="PlayNext">What is played next after each of the titles that <see cref="PersonalizationEngine.TitlesToConsult"/> named.</param>
public sealed record Moment(DateTimeOffset Now, TrendSnapshot Trend, ImmutableArray<PlayNextCounts> PlayNext)
{
    /// <summary>What the operators want of pages.</summary>
    public RuleSet Rules { get; init; } = RuleSet.Empty;

    /// <summary>What the operators try.</summary>
    public ExperimentSet Experiments { get; init; } = ExperimentSet.Empty;

    /// <summary>The others of the profile's household, where <see cref="HouseholdTaste.Concerns"/> says that they matter; none otherwise.</summary>
    public ImmutableArray<Sibling> Siblings { get; init; } = [];
}
