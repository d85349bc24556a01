using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Profiles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>What a history says of the communities that a profile belongs to, see <see cref="CommunityIndex.Membership"/>. All of it counts the same.</summary>
/// <param name="communities">The communities.</param>
internal sealed class CommunityRows(CommunityIndex communities) : IHistoryRows
{
    /// <inheritdoc/>
    public double Decay => 1;

    /// <inheritdoc/>
    public int Reach => int.MaxValue;

    /// <inheritdoc/>
    public int Length => communities.Communities.Count + 1;

    /// <inheritdoc/>
    public bool Counts(in Interaction interaction) => communities.Counts(interaction);

    /// <inheritdoc/>
    public void AddAll(ReadOnlySpan<Interaction> history, Span<float> sums)
    {
        foreach (var interaction in history)
            communities.Add(interaction, 1, sums);
    }

    /// <inheritdoc/>
    public void Add(in Interaction interaction, float weight, Span<float> sums) => communities.Add(interaction, weight, sums);
}
