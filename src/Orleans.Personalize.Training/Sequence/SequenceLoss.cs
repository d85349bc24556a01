using Orleans.Personalize.Engine.Similarity.Sequence;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>What training makes small, for given weights.</summary>
public static class SequenceLoss
{
    private const int Steps = 32;
    private const int Lanes = 8;

    /// <summary>
    /// Mean of -log probability (natural logarithm) of every event after the first of each profile, given those before and the moment, without
    /// dropout. The gradient is exact where no history is longer than 32 events; beyond, it goes back no further than training does.
    /// </summary>
    /// <param name="shape">Sizes of the encoder.</param>
    /// <param name="weights">float[<see cref="SequenceShape.Parameters"/>].</param>
    /// <param name="sequences">The histories.</param>
    /// <param name="gradient">float[<see cref="SequenceShape.Parameters"/>], overwritten with the gradient of the loss; or empty.</param>
    /// <exception cref="ArgumentException">There are more or fewer weights.</exception>
    public static double Of(SequenceShape shape, ReadOnlySpan<float> weights, EventSequences sequences, Span<float> gradient)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(sequences);
        if (weights.Length != shape.Parameters || (gradient.Length != 0 && gradient.Length != shape.Parameters))
            throw new ArgumentException($"There are {shape.Parameters} weights, not {weights.Length}.", nameof(weights));
        using var arena = new FloatArena();
        var network = new SequenceNetwork(arena, shape);
        weights.CopyTo(network.Parameters);
        network.Refresh();
        gradient.Clear();
        var pass = new ShardPass(arena, shape, Steps, Lanes, inputDropout: 0, stateDropout: 0);
        var batch = new SequenceBatch(Steps, Lanes);
        var stream = LaneStream.Whole(sequences, Lanes);
        var targets = Enumerable.Range(0, sequences.Profiles).Sum(profile => Math.Max(0L, sequences.End(profile) - sequences.Start(profile) - 1));
        var loss = 0.0;
        for (var step = 0; step < stream.Steps; step += Steps)
        {
            stream.Read(batch, 0, _ => false);
            loss += pass.Learn(network, batch, 1f / Math.Max(1, targets), dropoutKey: 0);
            if (!gradient.IsEmpty)
                System.Numerics.Tensors.TensorPrimitives.Add(gradient, pass.Gradient.All.Span, gradient);
        }

        return loss / Math.Max(1, targets);
    }
}
