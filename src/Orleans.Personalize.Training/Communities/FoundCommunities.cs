using System.Collections.Immutable;
using Orleans.Personalize.Engine.Communities;

namespace Orleans.Personalize.Training.Communities;

/// <summary>Taste communities as a model file holds them.</summary>
/// <param name="Communities">The communities.</param>
/// <param name="Lifts">Half[communities x titles]: logarithm of how many times more often members choose a title than everybody does.</param>
internal sealed record FoundCommunities(ImmutableArray<ModelCommunity> Communities, Half[] Lifts)
{
    public static FoundCommunities None { get; } = new([], []);
}
