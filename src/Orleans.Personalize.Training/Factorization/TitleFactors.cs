namespace Orleans.Personalize.Training.Factorization;

/// <summary>Vectors of titles whose products with the vector of a profile say how much it likes them.</summary>
/// <param name="Dimension">Length of a vector.</param>
/// <param name="Vectors">float[titles x dimension], row-major.</param>
internal sealed record TitleFactors(int Dimension, float[] Vectors)
{
    public ReadOnlySpan<float> this[int title] => Vectors.AsSpan(title * Dimension, Dimension);
}
