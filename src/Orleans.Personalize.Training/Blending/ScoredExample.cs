using Orleans.Personalize.Engine.Scoring;

namespace Orleans.Personalize.Training.Blending;

/// <summary>The parts of the titles among which a choice was made.</summary>
internal sealed class ScoredExample
{
    /// <summary>The moment's bucket of gaps.</summary>
    public required int Gap { get; init; }

    /// <summary>The bucket of the history's length.</summary>
    public required int Length { get; init; }

    /// <summary>How many of the titles, the first ones, were chosen.</summary>
    public required int Chosen { get; init; }

    /// <summary>float[titles x parts].</summary>
    public required float[] Parts { get; init; }

    /// <summary>Logarithm of how many titles each stands for.</summary>
    public required float[] LogWeights { get; init; }

    public ReadOnlySpan<float> PartsOf(int title) => Parts.AsSpan(title * ScoreBuffer.PartCount, ScoreBuffer.PartCount);
}
