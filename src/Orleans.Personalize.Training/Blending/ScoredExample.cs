using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Training.Blending;

/// <summary>The parts of the titles among which a choice was made.</summary>
internal sealed class ScoredExample
{
    /// <summary>How many measures there are: 1, then those of the moment.</summary>
    public const int MeasureCount = 1 + MomentMeasures.Count;

    /// <summary>1, then the <see cref="MomentMeasures"/>.</summary>
    public required float[] Measures { get; init; }

    /// <summary>How many of the titles, the first ones, were chosen.</summary>
    public required int Chosen { get; init; }

    /// <summary>float[titles x parts].</summary>
    public required float[] Parts { get; init; }

    /// <summary>Logarithm of how many titles each stands for.</summary>
    public required float[] LogWeights { get; init; }

    public ReadOnlySpan<float> PartsOf(int title) => Parts.AsSpan(title * ScoreBuffer.PartCount, ScoreBuffer.PartCount);
}
