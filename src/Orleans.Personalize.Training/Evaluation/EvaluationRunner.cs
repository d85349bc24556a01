using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Protocols;

namespace Orleans.Personalize.Training.Evaluation;

/// <summary>Measures how good the answers are, by the product's own scorer: the entry for the command line.</summary>
public static class EvaluationRunner
{
    /// <summary>The protocols by their names on the command line, such as leave-one-out.</summary>
    public static IReadOnlyDictionary<string, EvaluationProtocol> Protocols { get; } = new Dictionary<string, EvaluationProtocol>(StringComparer.Ordinal)
    {
        ["leave-one-out"] = EvaluationProtocol.LeaveOneOut,
        ["strong-generalization"] = EvaluationProtocol.StrongGeneralization,
        ["live-replay"] = EvaluationProtocol.LiveReplay,
        ["cold-titles"] = EvaluationProtocol.ColdTitles,
        ["cold-profiles"] = EvaluationProtocol.ColdProfiles,
        ["first-screen"] = EvaluationProtocol.FirstScreen,
        ["refresh"] = EvaluationProtocol.Refresh,
        ["match-score"] = EvaluationProtocol.MatchScore,
    };

    /// <summary>Trains on the training part of a dataset and measures on the held-out part.</summary>
    /// <param name="request">What to evaluate.</param>
    /// <param name="dataset">All events; the protocol splits them.</param>
    /// <param name="progress">Told how far the run is; may be null. Called on the evaluating thread, in order.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <exception cref="ArgumentException">The request does not fit the data: no profile has enough events, or there is no folder of splits.</exception>
    /// <exception cref="FileNotFoundException">A file of the published splits is missing.</exception>
    /// <exception cref="InvalidDataException">A file of the published splits does not fit the dataset.</exception>
    /// <exception cref="OperationCanceledException">The run was ended early.</exception>
    public static EvaluationResult Run(
        EvaluationRequest request,
        Dataset dataset,
        IProgress<EvaluationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(dataset);
        var context = new EvaluationContext(request, progress, cancellationToken);
        return request.Protocol switch
        {
            EvaluationProtocol.LeaveOneOut => LeaveOneOut.Run(dataset, context),
            EvaluationProtocol.StrongGeneralization => StrongGeneralization.Run(dataset, context),
            EvaluationProtocol.LiveReplay => LiveReplay.Run(dataset, context),
            EvaluationProtocol.ColdTitles => ColdTitles.Run(dataset, context),
            EvaluationProtocol.ColdProfiles => ColdProfiles.Run(dataset, context),
            EvaluationProtocol.FirstScreen => FirstScreen.Run(dataset, context),
            EvaluationProtocol.Refresh => RefreshReplay.Run(dataset, context),
            EvaluationProtocol.MatchScore => MatchScores.Run(dataset, context),
            _ => throw new ArgumentException($"There is no protocol {request.Protocol}.", nameof(request)),
        };
    }
}
