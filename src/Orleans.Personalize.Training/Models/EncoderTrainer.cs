using Orleans.Personalize.Engine.Similarity.Sequence;
using Orleans.Personalize.Training.Sequence;

namespace Orleans.Personalize.Training.Models;

/// <summary>Trains the sequence encoder as a part of a model.</summary>
internal sealed class EncoderTrainer(TrainingOptions options, Steps steps)
{
    // A run forward, and backward through inputs and through weights.
    private const int Ways = 3;

    private const int ContinuedEpochs = 2;
    private const float ContinuedRate = 0.25f;

    /// <summary>Trains an encoder.</summary>
    /// <param name="sequences">What it learns from.</param>
    /// <param name="start">An encoder to start from, which takes a few passes only; null for nothing.</param>
    /// <returns>Null where there is too little to learn from.</returns>
    public SequenceEncoder? Train(EventSequences sequences, SequenceWarmStart? start)
    {
        if (OptionsFor(sequences, start is not null) is not { } chosen)
            return null;
        steps.Tell("fitting the sequence encoder");
        var operations = Operations(sequences, chosen);
        var (encoder, passes) = steps.Follow(
            operations, progress => SequenceTrainer.TrainAndTell(sequences, chosen, start, progress, null, steps.CancellationToken));
        steps.LearningCurve.AddRange(passes);
        return encoder;
    }

    /// <summary>How many operations <see cref="Train"/> takes at most.</summary>
    public double Operations(EventSequences sequences, bool isContinued) =>
        OptionsFor(sequences, isContinued) is { } chosen ? Operations(sequences, chosen) : 0;

    private static double Operations(EventSequences sequences, SequenceTrainingOptions chosen)
    {
        double gates = 3 * chosen.Hidden;
        var each = ((chosen.Dimension + chosen.Hidden) * gates) + ((chosen.Hidden + (double)sequences.TitleCount) * chosen.Dimension);
        return Ways * each * sequences.Events * chosen.Epochs;
    }

    private SequenceTrainingOptions? OptionsFor(EventSequences sequences, bool isContinued)
    {
        var chosen = options.Sequence ?? SequenceTrainingOptions.For(sequences);
        if (chosen.Epochs == 0 || sequences.TitleCount == 0)
            return null;
        if (isContinued)
            chosen = chosen with { Epochs = Math.Min(chosen.Epochs, ContinuedEpochs), LearningRate = chosen.LearningRate * ContinuedRate };
        chosen = chosen with { Seed = options.Seed, Threads = options.Threads };
        return chosen with { CheckpointFile = options.CheckpointFolder is { } folder ? Path.Combine(folder, FileOf(sequences, chosen)) : null };
    }

    // Named after what it is trained on and how, so that other runs have other files.
    private static string FileOf(EventSequences sequences, SequenceTrainingOptions chosen)
    {
        var hash = (chosen with { Threads = 0 }).ToString().Aggregate(sequences.Fingerprint(), (mixed, c) => SplitMix.Mix(mixed ^ c));
        return $"encoder-{hash:x16}.run";
    }
}
