namespace Orleans.Personalize.Training.Vectors;

/// <summary>Vectors of titles: what each adds to a preference vector, and what a preference vector is multiplied with.</summary>
internal sealed class TitleVectors(int dimension, int titles)
{
    public int Dimension { get; } = dimension;

    public float[] Sources { get; } = new float[dimension * titles];

    public float[] Targets { get; } = new float[dimension * titles];

    public Span<float> Source(int title) => Sources.AsSpan(title * Dimension, Dimension);

    public Span<float> Target(int title) => Targets.AsSpan(title * Dimension, Dimension);
}
