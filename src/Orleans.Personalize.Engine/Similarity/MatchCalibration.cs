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

    /// <summary>The most numbers that describe how judgements of a title depend on taste.</summary>
    public const int MaxDimension = 31;

    /// <summary>Log-odds of liking a title when nothing is known.</summary>
    public required float Intercept { get; init; }

    /// <summary>Weight of the title's <see cref="ModelContent.Quality"/>.</summary>
    public required float Quality { get; init; }

    /// <summary>Weight of how favourably the profile judges, in strength above what its titles get from others.</summary>
    public required float Mood { get; init; }

    /// <summary>Weight of the title's mean strength, above the mean of all.</summary>
    public float TitleMean { get; init; }

    /// <summary>Weight of how favourably the profile judged lately, above what it usually does.</summary>
    public float RecentMood { get; init; }

    /// <summary>Weight of the product of the profile's taste and the title's numbers in <see cref="ModelContent.Judgements"/>.</summary>
    public float Taste { get; init; }

    /// <summary>How many numbers describe taste; 0 where there are none.</summary>
    public int Dimension { get; init; }

    /// <summary>What remains of an interaction's weight in the profile's taste after one more, above 0 to 1.</summary>
    public float Fading { get; init; } = 1;

    /// <summary>Ridge term that draws the numbers of a profile's taste to 0, in interactions.</summary>
    public float TastePrior { get; init; } = 1;

    /// <summary>Mean strength of all profiles, -1 to 1.</summary>
    public required float MeanStrength { get; init; }

    /// <summary>How many interactions the mean of all profiles counts for in the mean of one.</summary>
    public required float MoodPrior { get; init; }

    /// <summary>Weight of each part, standardized and held within <see cref="PartLimit"/>; float[parts].</summary>
    public required ImmutableArray<float> Parts { get; init; }

    /// <summary>
    /// For a model that learnt nothing: six of ten titles are liked, some more where the themes fit and by a profile that likes much;
    /// nothing is nearly certain.
    /// </summary>
    public static MatchCalibration Unlearnt { get; } = new()
    {
        Intercept = 0.4f,
        Quality = 0.7f,
        Mood = 1,
        TitleMean = 1,
        RecentMood = 0.5f,
        Taste = 1,
        MeanStrength = 0.3f,
        MoodPrior = 5,
        Parts = [0f, 0f, 0.2f, 0f, 0.05f, 0.05f, 0f, 0f, 0f, 0f, 0f, 0f, 0f, 0f, 0f, -0.2f, 0f],
    };

    /// <summary>The weights as one array: intercept, quality, mood, title mean, recent mood, taste, then the parts.</summary>
    public double[] ToWeights() => [Intercept, Quality, Mood, TitleMean, RecentMood, Taste, .. Parts.Select(weight => (double)weight)];

    /// <summary>The same calibration with other weights.</summary>
    /// <param name="weights">In the order of <see cref="ToWeights"/>.</param>
    public MatchCalibration WithWeights(ReadOnlySpan<double> weights) => this with
    {
        Intercept = (float)weights[0],
        Quality = (float)weights[1],
        Mood = (float)weights[2],
        TitleMean = (float)weights[3],
        RecentMood = (float)weights[4],
        Taste = (float)weights[5],
        Parts = [.. weights[6..].ToArray().Select(weight => (float)weight)],
    };

    internal bool HasShape(int parts) =>
        Parts is { IsDefault: false } && Parts.Length == parts
        && Dimension is >= 0 and <= MaxDimension
        && Fading is > 0 and <= 1
        && TastePrior > 0
        && MoodPrior > 0;

    /// <summary>The same where there are more parts, which count for nothing; itself where it has fewer than the first models had.</summary>
    internal MatchCalibration Extended(int parts) => Parts.IsDefault || Parts.Length < Scoring.ScoreBuffer.FewestParts || Parts.Length >= parts
        ? this
        : this with { Parts = [.. Parts, .. Enumerable.Repeat(0f, parts - Parts.Length)] };
}
