using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Similarity.Sequence;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>A training run of a sequence encoder: the weights, what the optimizer remembers, and how far it is.</summary>
internal sealed class SequenceTraining : IDisposable
{
    private readonly FloatArena _arena = new();
    private readonly EventSequences _sequences;
    private readonly SequenceTrainingOptions _options;
    private readonly SequenceNetwork _network;
    private readonly AdamOptimizer _optimizer;
    private readonly ShardPass[] _shards;
    private readonly SequenceBatch[] _batches;
    private float[] _best;
    private double _bestGain = double.NegativeInfinity;

    /// <summary>Prepares a run.</summary>
    /// <param name="sequences">What is learnt from.</param>
    /// <param name="options">How it is learnt.</param>
    /// <param name="start">What it starts from; null for nothing.</param>
    public SequenceTraining(EventSequences sequences, SequenceTrainingOptions options, SequenceWarmStart? start = null)
    {
        _sequences = sequences;
        _options = options;
        ThreadCount = Threads.Resolve(options.Threads);
        Shape = new(sequences.TitleCount, options.Dimension, options.Hidden);
        _network = new(_arena, Shape);
        SequenceInitializer.Fill(Shape, _network.Parameters, options.Seed);
        start?.Fill(Shape, _network.Parameters);
        _optimizer = new(_arena, _network.Parameters);
        _shards = [.. Enumerable.Range(0, options.Shards).Select(_ =>
            new ShardPass(_arena, Shape, options.Steps, options.LanesPerShard, options.InputDropout, options.StateDropout))];
        _best = _network.Parameters.ToArray();
        _batches = [.. _shards.Select(_ => new SequenceBatch(options.Steps, options.LanesPerShard))];
    }

    /// <summary>Sizes of the encoder.</summary>
    public SequenceShape Shape { get; }

    /// <summary>Passes that were made.</summary>
    public int Epoch { get; private set; }

    /// <summary>How many threads work.</summary>
    public int ThreadCount { get; }

    /// <summary>Loss of the last pass; not a number before the first.</summary>
    public double LastLoss { get; private set; } = double.NaN;

    /// <summary>How well the weights did after the last pass.</summary>
    public double LastGain { get; private set; }

    /// <summary>How many passes there were since the best one.</summary>
    public int EpochsWithoutGain { get; private set; }

    /// <summary>How each pass went: loss, gain, and seconds since the first began.</summary>
    public List<(double Loss, double Gain, double Seconds)> Passes { get; } = [];

    /// <summary>The weights after the best pass.</summary>
    public ReadOnlySpan<float> BestWeights => _best;

    private int Lanes => _options.Shards * _options.LanesPerShard;

    private ulong Key => SplitMix.Mix(_options.Seed ^ ((ulong)Epoch << 32));

    /// <summary>Makes one more pass over the events.</summary>
    /// <param name="progress">Told the fraction of the pass that is done; may be null.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <returns>Mean of -log probability of the targets, natural logarithm, under dropout.</returns>
    public double RunEpoch(Action<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var stream = LaneStream.Equal(_sequences, Shuffled(), Lanes);
        var batches = (stream.Steps + _options.Steps - 1) / _options.Steps;
        Array.ForEach(_shards, shard => shard.Restart());
        var (loss, targets) = (0.0, 0L);
        for (var batch = 0; batch < batches; batch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (batchLoss, batchTargets) = Learn(stream, batch, batches);
            loss += batchLoss;
            targets += batchTargets;
            progress?.Invoke((batch + 1.0) / batches);
        }

        Epoch++;
        LastLoss = loss / Math.Max(1, targets);
        return LastLoss;
    }

    /// <summary>The weights as they are now, float[<see cref="SequenceShape.Parameters"/>]: their running average where there is one.</summary>
    public float[] Weights() => (_options.AverageDecay > 0 ? _optimizer.Average : _network.Weights).Span.ToArray();

    /// <summary>Tells how well the weights do now, and how long it took to get there; the best are kept.</summary>
    public void Judge(double gain, double seconds)
    {
        LastGain = gain;
        Passes.Add((LastLoss, gain, seconds));
        if (gain >= _bestGain)
        {
            (_bestGain, _best, EpochsWithoutGain) = (gain, Weights(), 0);
        }
        else
        {
            EpochsWithoutGain++;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _arena.Dispose();

    /// <summary>Saves the run; a crash of the program leaves the old file or the new one.</summary>
    public void Save(string file)
    {
        var temporary = file + ".new";
        using (var writer = new BinaryWriter(File.Create(temporary)))
        {
            writer.Write(Description);
            writer.Write(Epoch);
            writer.Write(_optimizer.Steps);
            writer.Write(LastLoss);
            writer.Write(LastGain);
            writer.Write(EpochsWithoutGain);
            writer.Write(_bestGain);
            writer.Write(MemoryMarshal.AsBytes<float>(_best));
            foreach (var part in Parts)
                writer.Write(MemoryMarshal.AsBytes(part.Span));
            foreach (var (loss, gain, seconds) in Passes)
            {
                writer.Write(loss);
                writer.Write(gain);
                writer.Write(seconds);
            }
        }

        File.Move(temporary, file, overwrite: true);
    }

    /// <summary>Takes up a run that was saved.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or of another run.</exception>
    public void Load(string file)
    {
        using var reader = new BinaryReader(File.OpenRead(file));
        try
        {
            if (!string.Equals(reader.ReadString(), Description, StringComparison.Ordinal))
                throw new InvalidDataException($"{file} was saved by a run with other options or data.");
            Epoch = reader.ReadInt32();
            _optimizer.Steps = reader.ReadInt32();
            LastLoss = reader.ReadDouble();
            LastGain = reader.ReadDouble();
            EpochsWithoutGain = reader.ReadInt32();
            _bestGain = reader.ReadDouble();
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(_best.AsSpan()));
            foreach (var part in Parts)
                reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(part.Span));

            // Files of before passes were told end here.
            while (reader.BaseStream.Position < reader.BaseStream.Length)
                Passes.Add((reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()));
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException($"{file} is damaged.", error);
        }
    }

    // What must agree for a run to be taken up.
    private string Description => string.Join('|', _sequences.Fingerprint(), _options with { CheckpointFile = null, Threads = 0 });

    private AlignedFloats[] Parts => [_network.Weights, _optimizer.First, _optimizer.Second, _optimizer.Average];

    private (double Loss, int Targets) Learn(LaneStream stream, int batch, int batches)
    {
        _network.Refresh();
        var key = SplitMix.Mix(Key + (ulong)batch);
        var unknown = (ulong)(_options.UnknownMoment * uint.MaxValue);
        for (var shard = 0; shard < _shards.Length; shard++)
            stream.Read(_batches[shard], shard * _options.LanesPerShard, index => (uint)SplitMix.Mix(Key + (ulong)index) < unknown);
        var targets = _batches.Sum(b => b.Targets);
        var losses = new double[_shards.Length];
        Threads.For(_shards.Length, ThreadCount, shard =>
            losses[shard] = _shards[shard].Learn(_network, _batches[shard], 1f / Math.Max(1, targets), SplitMix.Mix(key ^ (ulong)(shard + 1))));
        _optimizer.Step(
            _network.Weights, [.. _shards.Select(shard => shard.Gradient.All)], RateAt(batch, batches), _options.WeightDecay, _options.AverageDecay, ThreadCount);
        return (losses.Sum(), targets);
    }

    private float RateAt(int batch, int batches)
    {
        var done = (Epoch + (batch / (float)batches)) / _options.Epochs;
        return _options.LearningRate * Math.Min(1, (done + 1e-4f) / Math.Max(1e-4f, _options.WarmUp)) * (0.5f + (0.5f * MathF.Cos(MathF.PI * Math.Min(1, done))));
    }

    // Fisher and Yates.
    private int[] Shuffled()
    {
        var profiles = Enumerable.Range(0, _sequences.Profiles).ToArray();
        for (var i = profiles.Length - 1; i > 0; i--)
        {
            var j = (int)(SplitMix.Mix(Key + ((ulong)i * 0x632BE59BD9B4E019UL)) % (ulong)(i + 1));
            (profiles[i], profiles[j]) = (profiles[j], profiles[i]);
        }

        return profiles;
    }
}
