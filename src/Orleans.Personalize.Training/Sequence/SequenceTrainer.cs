using System.Collections.Immutable;
using Orleans.Personalize.Engine.Similarity.Sequence;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>Trains a sequence encoder from beginning to end: passes over the events until held-out events are predicted no better.</summary>
public static class SequenceTrainer
{
    /// <summary>Trains an encoder. The same sequences and options make the same encoder on any number of threads, also when taken up again.</summary>
    /// <param name="sequences">What is learnt from; the last events of some profiles are held out, to see when to stop.</param>
    /// <param name="options">How it is learnt.</param>
    /// <param name="start">An encoder to start from; null to start from nothing.</param>
    /// <param name="progress">Told how far the run is; may be null. Called on the training thread, in order.</param>
    /// <param name="time">Measures how long it takes; null for the system's.</param>
    /// <param name="cancellationToken">Ends the run early; with a checkpoint file it can be taken up at the last complete pass.</param>
    /// <exception cref="OperationCanceledException">The run was ended early.</exception>
    /// <exception cref="InvalidDataException">The checkpoint file is damaged or of a run with other options or data.</exception>
    public static SequenceEncoder Train(
        EventSequences sequences,
        SequenceTrainingOptions options,
        SequenceWarmStart? start = null,
        IProgress<TrainingProgress>? progress = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default) =>
        TrainAndTell(sequences, options, start, progress, time, cancellationToken).Encoder;

    /// <summary>The same, and tells how each pass went.</summary>
    internal static (SequenceEncoder Encoder, ImmutableArray<LearningPass> Passes) TrainAndTell(
        EventSequences sequences,
        SequenceTrainingOptions options,
        SequenceWarmStart? start = null,
        IProgress<TrainingProgress>? progress = null,
        TimeProvider? time = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentNullException.ThrowIfNull(options);
        time ??= TimeProvider.System;
        var begin = time.GetTimestamp();
        var (histories, next) = sequences.WithoutLast(options.HeldOut);
        using var run = new SequenceTraining(histories, options, start);
        if (options.CheckpointFile is { } file && File.Exists(file))
            run.Load(file);
        var resumedAt = run.Epoch;
        var before = run.Passes.Count > 0 ? run.Passes[^1].Seconds : 0;
        while (run.Epoch < options.Epochs && run.EpochsWithoutGain < options.Patience)
        {
            var said = run.LastLoss;
            run.RunEpoch(done => Report(progress, run, resumedAt, done, said, time.GetElapsedTime(begin), options.Epochs), cancellationToken);
            run.Judge(SequenceValidation.Measure(run.Shape, run.Weights(), histories, next, run.ThreadCount), before + time.GetElapsedTime(begin).TotalSeconds);
            if (options.CheckpointFile is { } target)
                run.Save(target);
        }

        var first = run.Epoch - run.Passes.Count;
        return (
            SequenceEncoder.Read(SequenceEncoder.ToBytes(run.Shape, run.BestWeights)),
            [.. run.Passes.Select((pass, i) => new LearningPass(start is not null, first + i + 1, pass.Loss, pass.Gain, pass.Seconds))]);
    }

    private static void Report(
        IProgress<TrainingProgress>? progress, SequenceTraining run, int resumedAt, double done, double loss, TimeSpan elapsed, int epochs)
    {
        if (progress is null)
            return;
        var passes = run.Epoch + done;
        var left = elapsed * ((epochs - passes) / Math.Max(1e-3, passes - resumedAt));
        var step = $"sequence encoder, pass {run.Epoch + 1} of {epochs}"
            + (double.IsNaN(loss) ? "" : $", loss {loss:f3}, held-out NDCG@10 {run.LastGain:f4}")
            + $", at most {left:hh\\:mm\\:ss} left";
        progress.Report(new(TrainingPhase.Fitting, step, passes / epochs, elapsed));
    }
}
