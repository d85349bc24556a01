using System.Collections.Immutable;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.ItemItem;

/// <summary>Fitted weights of one scale: a row and a column for each source title.</summary>
/// <param name="Decay">The scale's decay; 1 for what does not fade.</param>
/// <param name="Sources">Title of each row and column, ascending.</param>
/// <param name="Weights">The matrix that holds the rows.</param>
/// <param name="FirstRow">Where this scale's rows begin in it.</param>
internal sealed record ItemItemWeights(double Decay, ImmutableArray<int> Sources, DenseMatrix Weights, int FirstRow)
{
    public ReadOnlySpan<float> Row(int source) => Weights.Row(FirstRow + source);
}
