using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Evaluation;

/// <summary>What to evaluate, and how.</summary>
public sealed record EvaluationRequest
{
    /// <summary>The question asked.</summary>
    public required EvaluationProtocol Protocol { get; init; }

    /// <summary>How models are trained.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>
    /// Folder with published splits (<c>NAME.strong.train_profiles.tsv</c>, <c>.validation.tsv</c>, <c>.test.tsv</c>);
    /// needed by the protocols that hold out whole profiles.
    /// </summary>
    public string? SplitsFolder { get; init; }

    /// <summary>Fewest events a profile needs to take part in leave-one-out; at least 3.</summary>
    public int MinimumEvents { get; init; } = 3;

    /// <summary>
    /// First and last place, counted from 1, of the profiles of the dataset whose times are exact; their answers are sliced by the gap to the
    /// event before once more. Null where all times are equally good.
    /// </summary>
    public (int First, int Last)? ExactTimes { get; init; }

    /// <summary>Whether to measure also with each part of the score off.</summary>
    public bool Ablate { get; init; }

    /// <summary>Measures on the validation part instead of the test part, for choosing parameters.</summary>
    public bool OnValidation { get; init; }

    /// <summary>Told every ranked title, in the order of the answers and ranks; null where nobody wants them.</summary>
    public Action<Prediction>? Predictions { get; init; }

    /// <summary>How many ranked titles a profile are told.</summary>
    public int PredictionsPerProfile { get; init; } = 100;
}
