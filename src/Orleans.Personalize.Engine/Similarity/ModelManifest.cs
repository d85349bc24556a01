using System.Collections.Immutable;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>The small things a model file holds, as JSON; the large arrays stand beside it.</summary>
public sealed record ModelManifest
{
    /// <summary>When it was trained.</summary>
    public required DateTimeOffset TrainedAt { get; init; }

    /// <summary>How many events it was trained on.</summary>
    public required long Events { get; init; }

    /// <summary>How many profiles it was trained on.</summary>
    public required int Profiles { get; init; }

    /// <summary>Length of the vectors; 0 where there are none.</summary>
    public required int Dimension { get; init; }

    /// <summary>The time scales of the item-item rows, in the order of the rows.</summary>
    public required ImmutableArray<ItemItemScale> Scales { get; init; }

    /// <summary>Least strength of an interaction that counts as liking, -1 to 1.</summary>
    public required float LikedStrength { get; init; }

    /// <summary>How the parts are blended.</summary>
    public required BlendWeights Blend { get; init; }

    /// <summary>How the match score is calibrated.</summary>
    public required MatchCalibration Match { get; init; }

    /// <summary>What was measured on held-out events.</summary>
    public required ImmutableArray<ModelMetric> Metrics { get; init; }

    /// <summary>A model that learnt nothing.</summary>
    public static ModelManifest Unlearnt { get; } = new()
    {
        TrainedAt = DateTimeOffset.UnixEpoch,
        Events = 0,
        Profiles = 0,
        Dimension = 0,
        Scales = [],
        LikedStrength = 0.25f,
        Blend = BlendWeights.Unlearnt,
        Match = MatchCalibration.Unlearnt,
        Metrics = [],
    };
}
