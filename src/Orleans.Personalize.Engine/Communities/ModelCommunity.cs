namespace Orleans.Personalize.Engine.Communities;

/// <summary>A taste community as a model file holds it, beside how much more often its members choose each title.</summary>
/// <param name="Id">Names it; the same from one training to the next as long as most of its members stay together.</param>
/// <param name="Share">Share of the profiles that belong to it, 0 to 1; memberships are soft, and the shares of all add up to 1.</param>
/// <param name="Profiles">How many profiles belong to it, by their sum of memberships in training.</param>
public sealed record ModelCommunity(string Id, double Share, double Profiles);
