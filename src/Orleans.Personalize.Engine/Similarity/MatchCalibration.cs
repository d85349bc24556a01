using System.Collections.Immutable;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>
/// Logistic calibration of the match score (J. Platt, "Probabilistic Outputs for Support Vector Machines", 1999), fitted to held-out
/// judgements.
/// </summary>
public sealed record MatchCalibration
{
    /// <summary>The parts are held within minus and plus this, in standard deviations.</summary>
    public const float PartLimit = 4;

    /// <summary>Log-odds of liking a title when nothing is known.</summary>
    public required float Intercept { get; init; }

    /// <summary>Weight of the title's <see cref="ModelContent.Quality"/>.</summary>
    public required float Quality { get; init; }

    /// <summary>Weight of the profile's mean strength, less the mean of all profiles.</summary>
    public required float Mood { get; init; }

    /// <summary>Mean strength of all profiles, -1 to 1.</summary>
    public required float MeanStrength { get; init; }

    /// <summary>How many interactions the mean of all profiles counts for in the mean of one.</summary>
    public required float MoodPrior { get; init; }

    /// <summary>Weight of each part, standardized and held within <see cref="PartLimit"/>; float[parts].</summary>
    public required ImmutableArray<float> Parts { get; init; }

    /// <summary>For a model that learnt nothing: two of three titles are liked, more of them where the themes fit.</summary>
    public static MatchCalibration Unlearnt { get; } = new()
    {
        Intercept = 0.7f,
        Quality = 1,
        Mood = 1,
        MeanStrength = 0.3f,
        MoodPrior = 5,
        Parts = [0f, 0f, 0.6f, 0f, 0.1f, 0.1f, 0f],
    };
}
