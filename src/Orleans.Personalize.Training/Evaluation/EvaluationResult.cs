using System.Collections.Immutable;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Evaluation;

/// <summary>What an evaluation measured, together with what is needed to repeat it.</summary>
public sealed record EvaluationResult
{
    /// <summary>Name of the dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The protocol's name as on the command line, such as leave-one-out.</summary>
    public required string Protocol { get; init; }

    /// <summary>How many profiles were asked about.</summary>
    public required int Profiles { get; init; }

    /// <summary>How many titles are ranked.</summary>
    public required int Titles { get; init; }

    /// <summary>How many events the model was trained on.</summary>
    public required long Events { get; init; }

    /// <summary>Figures by name, such as HR@10.</summary>
    public required ImmutableSortedDictionary<string, MetricValue> Metrics { get; init; }

    /// <summary>The same for parts of what was measured.</summary>
    public ImmutableArray<EvaluationSlice> Slices { get; init; } = [];

    /// <summary>The same with each part of the score off; empty where that was not asked for.</summary>
    public ImmutableArray<AblatedPart> Ablation { get; init; } = [];

    /// <summary>What was said beside what came true, least probable first; empty where no probabilities were asked for.</summary>
    public ImmutableArray<ReliabilityPoint> Reliability { get; init; } = [];

    /// <summary>How long an answer takes on one thread, in microseconds: its median and the like, by name.</summary>
    public ImmutableSortedDictionary<string, MetricValue> Microseconds { get; init; } = ImmutableSortedDictionary<string, MetricValue>.Empty;

    /// <summary>How the passes of the sequence encoder went, in order; empty where none was trained.</summary>
    public ImmutableArray<LearningPass> LearningCurve { get; init; } = [];

    /// <summary>How long the training took, in seconds.</summary>
    public required double TrainSeconds { get; init; }

    /// <summary>Seed of all random choices.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The configuration in words: what the defaults became for these data.</summary>
    public required ImmutableSortedDictionary<string, string> Configuration { get; init; }
}
