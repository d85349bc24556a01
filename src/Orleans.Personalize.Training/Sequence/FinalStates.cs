using Orleans.Personalize.Engine.Similarity.Sequence;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>Runs an encoder over many histories at once.</summary>
public static class FinalStates
{
    private const int Steps = 64;
    private const int Lanes = 32;

    /// <summary>The state that every profile's history ends with.</summary>
    /// <param name="shape">Sizes of the encoder.</param>
    /// <param name="weights">float[<see cref="SequenceShape.Parameters"/>].</param>
    /// <param name="sequences">The histories.</param>
    /// <param name="threads">How many threads work; does not change the result.</param>
    /// <returns>float[profiles x Hidden]; zeros for empty histories.</returns>
    public static float[] Of(SequenceShape shape, ReadOnlySpan<float> weights, EventSequences sequences, int threads)
    {
        using var arena = new FloatArena();
        var network = new SequenceNetwork(arena, shape);
        weights.CopyTo(network.Parameters);
        network.Refresh();
        var last = new Dictionary<int, int>();
        for (var profile = 0; profile < sequences.Profiles; profile++)
        {
            if (sequences.End(profile) > sequences.Start(profile))
                last.Add(sequences.End(profile) - 1, profile);
        }

        const int Shards = 2;
        var result = new float[sequences.Profiles * shape.Hidden];
        var stream = LaneStream.Whole(sequences, Lanes * Shards);
        ShardPass[] passes = [.. Enumerable.Range(0, Shards).Select(_ => new ShardPass(arena, shape, Steps, Lanes, 0, 0))];
        Threads.For(Shards, threads, shard =>
        {
            var pass = passes[shard];
            var batch = new SequenceBatch(Steps, Lanes);
            for (var step = 0; step < stream.Steps; step += Steps)
            {
                stream.Read(batch, shard * Lanes, _ => false);
                pass.Forward(network, batch);
                for (var row = 0; row < batch.Rows; row++)
                {
                    if (batch.Event[row] >= 0 && last.TryGetValue(batch.Event[row], out var profile))
                        pass.State(row).CopyTo(result.AsSpan(profile * shape.Hidden, shape.Hidden));
                }
            }
        });
        return result;
    }
}
