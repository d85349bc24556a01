using Orleans.Personalize.Engine.Similarity.Sequence;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>
/// Everything that one group of lanes needs to run forward and backward on its own. The groups do not depend on the number of threads.
/// </summary>
internal sealed unsafe class ShardPass
{
    private readonly SequenceShape _shape;
    private readonly Dropout _dropout;
    private readonly GruPass _gru;
    private readonly OutputPass _output;
    private readonly AlignedFloats _inputs;
    private readonly AlignedFloats _inputGradient;
    private readonly AlignedFloats _stateGradient;
    private readonly AlignedFloats _carried;

    public ShardPass(FloatArena arena, SequenceShape shape, int steps, int lanes, float inputDropout, float stateDropout)
    {
        _shape = shape;
        _dropout = new(inputDropout);
        _gru = new(arena, shape, steps, lanes);
        _output = new(arena, shape, stateDropout);
        _inputs = new(arena, steps * lanes * shape.Dimension);
        _inputGradient = new(arena, steps * lanes * shape.Dimension);
        _stateGradient = new(arena, steps * lanes * shape.Hidden);
        _carried = new(arena, lanes * shape.Hidden);
        Gradient = new(arena, shape);
    }

    /// <summary>What the last <see cref="Learn"/> found.</summary>
    public SequenceGradient Gradient { get; }

    /// <summary>Forgets the states of all lanes.</summary>
    public void Restart() => _carried.Span.Clear();

    /// <summary>Runs a batch forward without dropout; states are kept for <see cref="State"/>.</summary>
    public void Forward(SequenceNetwork network, SequenceBatch batch)
    {
        GatherInputs(network, batch, null);
        _gru.Forward(network, batch, _inputs.Pointer, _carried.Pointer);
    }

    /// <summary>The state after a row of the last batch: float[Hidden].</summary>
    public ReadOnlySpan<float> State(int row) => new(_gru.States + ((nint)row * _shape.Hidden), _shape.Hidden);

    /// <summary>Runs a batch forward and backward.</summary>
    /// <param name="network">The weights.</param>
    /// <param name="batch">What was and what came.</param>
    /// <param name="scale">Weight of every row in the loss.</param>
    /// <param name="dropoutKey">Draws the dropout.</param>
    /// <returns>Sum of -log probability of the targets, not weighted.</returns>
    public double Learn(SequenceNetwork network, SequenceBatch batch, float scale, ulong dropoutKey)
    {
        Gradient.Clear();
        GatherInputs(network, batch, dropoutKey);
        _gru.Forward(network, batch, _inputs.Pointer, _carried.Pointer);
        var loss = _output.Run(network, batch, _gru.States, scale, SplitMix.Mix(dropoutKey), Gradient, _stateGradient.Pointer);
        _gru.Backward(network, batch, _inputs.Pointer, _stateGradient.Pointer, Gradient, _inputGradient.Pointer);
        ScatterInputs(batch, dropoutKey);
        Gradient.Merge();
        return loss;
    }

    private void GatherInputs(SequenceNetwork network, SequenceBatch batch, ulong? dropoutKey)
    {
        for (var row = 0; row < batch.Rows; row++)
        {
            var input = _inputs.Pointer + ((nint)row * _shape.Dimension);
            Rows.Copy(network.StrengthVector(batch.Strength[row]), input, _shape.Dimension);
            Rows.Add(network.GapVector(batch.Gap[row]), input, _shape.Dimension);
            network.AddTitle(batch.Title[row], 1, input);
            if (dropoutKey is { } key)
                _dropout.Apply(key, row, input, _shape.Dimension);
        }
    }

    private void ScatterInputs(SequenceBatch batch, ulong dropoutKey)
    {
        for (var row = 0; row < batch.Rows; row++)
        {
            var input = _inputGradient.Pointer + ((nint)row * _shape.Dimension);
            _dropout.Apply(dropoutKey, row, input, _shape.Dimension);
            Rows.Add(input, Gradient.StrengthVector(batch.Strength[row]), _shape.Dimension);
            Rows.Add(input, Gradient.GapVector(batch.Gap[row]), _shape.Dimension);
            Gradient.AddToTitle(batch.Title[row], input, 1);
        }
    }
}
