using System.Text.Json.Serialization;

namespace Orleans.Personalize.Engine.Communities;

/// <summary>A taste community as a model file holds it, beside how much more often its members choose each title.</summary>
/// <param name="Id">Names it; the same from one training to the next as long as most of its members stay together.</param>
/// <param name="Share">Share of the profiles that belong to it, 0 to 1; memberships are soft, and the shares of all add up to 1.</param>
/// <param name="Profiles">How many profiles belong to it, by their sum of memberships in training.</param>
public sealed record ModelCommunity(string Id, double Share, double Profiles)
{
    /// <summary>One more than the largest <see cref="Number"/>.</summary>
    public const int Numbers = 1 << 20;

    /// <summary>A number made from the <see cref="Id"/>, by which live counts know the community whatever model is in service: 0 to <see cref="Numbers"/> less one.</summary>
    [JsonIgnore]
    public int Number => (int)(Id.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u)) % Numbers);
}
