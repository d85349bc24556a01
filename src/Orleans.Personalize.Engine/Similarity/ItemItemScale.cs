namespace Orleans.Personalize.Engine.Similarity;

/// <summary>One time scale of the item-item model.</summary>
/// <param name="Decay">What remains of an interaction's weight after one more interaction, in (0,1]; 1 for what does not fade.</param>
public sealed record ItemItemScale(double Decay);
