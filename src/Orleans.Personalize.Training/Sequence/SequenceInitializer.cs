using Orleans.Personalize.Engine.Similarity.Sequence;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>The weights that training starts from.</summary>
internal static class SequenceInitializer
{
    /// <summary>Score of titles that only fill up the last panel: never probable.</summary>
    public const float NoTitle = -1e4f;

    public static void Fill(SequenceShape shape, Span<float> parameters, ulong seed)
    {
        parameters.Clear();
        var key = seed;
        Uniform(parameters.Slice(shape.TitleVectors, shape.PaddedTitles * shape.Dimension), MathF.Sqrt(3f) * 0.05f, ref key);
        parameters.Slice(shape.TitleBias, shape.PaddedTitles)[shape.Titles..].Fill(NoTitle);
        Uniform(parameters.Slice(shape.StrengthVectors, SequenceFeatures.StrengthBuckets * shape.Dimension), 0.02f, ref key);
        Uniform(parameters.Slice(shape.GapVectors, SequenceFeatures.GapBuckets * shape.Dimension), 0.02f, ref key);
        Uniform(parameters.Slice(shape.InputWeights, shape.Dimension * shape.Gates), MathF.Sqrt(6f / (shape.Dimension + shape.Hidden)), ref key);
        Uniform(parameters.Slice(shape.RecurrentWeights, shape.Hidden * shape.Gates), MathF.Sqrt(3f / shape.Hidden), ref key);
        Uniform(parameters.Slice(shape.Projection, shape.Hidden * shape.Dimension), MathF.Sqrt(6f / (shape.Dimension + shape.Hidden)), ref key);
    }

    private static void Uniform(Span<float> values, float bound, ref ulong key)
    {
        foreach (ref var value in values)
        {
            key = SplitMix.Mix(key);
            value = (((key >> 40) / (float)(1 << 24) * 2) - 1) * bound;
        }
    }
}
