using System.Diagnostics;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Evaluation.Protocols;

/// <summary>What every protocol works with: the request, and a way to tell how far it is.</summary>
internal sealed class EvaluationContext(
    EvaluationRequest request, IProgress<EvaluationProgress>? progress, CancellationToken cancellationToken)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public EvaluationRequest Request { get; } = request;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public int Threads { get; } = LinearAlgebra.Threads.Resolve(request.Training.Threads);

    /// <summary>Steps of a training run that tell their progress as that of the evaluation.</summary>
    public Steps TrainingSteps() => new(new Relay(this), CancellationToken);

    public void Tell(string step, double fraction)
    {
        CancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new EvaluationProgress(step, fraction, _watch.Elapsed));
    }

    private sealed class Relay(EvaluationContext context) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => context.Tell($"training: {value.Step}", value.Fraction);
    }
}
