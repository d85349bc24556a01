namespace Orleans.Personalize.Engine.Similarity;

/// <summary>How a history is folded into the space of a model's title vectors; see <see cref="FoldIn"/>.</summary>
/// <param name="Unobserved">Weight of each title that is not in the history, against 1 of one that is.</param>
/// <param name="Regularization">Weight of the squared length of the vector, times the length of the history and the weight of all unobserved titles.</param>
public sealed record FactorFoldIn(float Unobserved, float Regularization)
{
    /// <summary>The weight of the squared length, scaled by frequency.</summary>
    /// <param name="observed">How many titles are observed.</param>
    /// <param name="all">How many there are.</param>
    public float Ridge(int observed, int all) => Regularization * (observed + (Unobserved * all));
}
