using System.Runtime.Intrinsics;
using Orleans.Personalize.Engine.Similarity.Sequence;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>
/// A gated recurrent unit run over the steps of a group of lanes, forward and backward in time (Cho et al. 2014; the reset gate acts on the
/// product with the state, so that one product serves all gates).
/// </summary>
internal sealed unsafe class GruPass
{
    private const int Width = 16;

    private readonly SequenceShape _shape;
    private readonly int _steps;
    private readonly int _lanes;
    private readonly AlignedFloats _fromInput;
    private readonly AlignedFloats _fromState;
    private readonly AlignedFloats _gates;
    private readonly AlignedFloats _candidateState;
    private readonly AlignedFloats _previous;
    private readonly AlignedFloats _states;
    private readonly AlignedFloats _stateGradient;
    private readonly AlignedFloats _recurrentGradient;
    private readonly AlignedFloats _strip;

    /// <summary>Makes room.</summary>
    /// <param name="arena">Where the room is taken.</param>
    /// <param name="shape">Sizes of the network.</param>
    /// <param name="steps">Steps of a batch.</param>
    /// <param name="lanes">Lanes of a batch, a multiple of 8.</param>
    public GruPass(FloatArena arena, SequenceShape shape, int steps, int lanes)
    {
        _shape = shape;
        _steps = steps;
        _lanes = lanes;
        var rows = steps * lanes;
        _fromInput = new(arena, rows * shape.Gates);
        _fromState = new(arena, lanes * shape.Gates);
        _gates = new(arena, rows * shape.Gates);
        _candidateState = new(arena, rows * shape.Hidden);
        _previous = new(arena, rows * shape.Hidden);
        _states = new(arena, rows * shape.Hidden);
        _stateGradient = new(arena, lanes * shape.Hidden);
        _recurrentGradient = new(arena, rows * shape.Gates);
        _strip = new(arena, rows * SequenceShape.Panel);
    }

    /// <summary>The state after every row: float[steps x lanes x Hidden].</summary>
    public float* States => _states.Pointer;

    /// <summary>Runs forward; the lanes' states are read at the beginning and left at the end in <paramref name="carried"/>, float[lanes x Hidden].</summary>
    public void Forward(SequenceNetwork network, SequenceBatch batch, float* inputs, float* carried)
    {
        var (hidden, gates, rows) = (_shape.Hidden, _shape.Gates, batch.Rows);
        TileProduct.Panels(rows, _shape.Dimension, gates, inputs, _shape.Dimension, network.InputWeights, _fromInput.Pointer, gates, add: false);
        for (var t = 0; t < _steps; t++)
        {
            var first = (nint)t * _lanes;
            var previous = _previous.Pointer + (first * hidden);
            Rows.Copy(t == 0 ? carried : States + ((first - _lanes) * hidden), previous, _lanes * hidden);
            for (var lane = 0; lane < _lanes; lane++)
            {
                if (batch.Reset[first + lane])
                    Rows.Clear(previous + (lane * hidden), hidden);
            }

            TileProduct.Panels(_lanes, hidden, gates, previous, hidden, network.RecurrentWeights, _fromState.Pointer, gates, add: false);
            for (var lane = 0; lane < _lanes; lane++)
                Step(network, first + lane, _fromState.Pointer + ((nint)lane * gates));
        }

        Rows.Copy(States + ((nint)(rows - _lanes) * hidden), carried, _lanes * hidden);
    }

    /// <summary>Runs backward: from the gradient of the states, float[rows x Hidden], to those of the weights and of the inputs.</summary>
    public void Backward(SequenceNetwork network, SequenceBatch batch, float* inputs, float* fromAbove, SequenceGradient gradient, float* inputGradient)
    {
        var (hidden, gates, rows) = (_shape.Hidden, _shape.Gates, batch.Rows);
        _stateGradient.Span.Clear();
        for (var t = _steps - 1; t >= 0; t--)
        {
            var first = (nint)t * _lanes;
            for (var lane = 0; lane < _lanes; lane++)
                StepBack(first + lane, fromAbove + ((first + lane) * hidden), _stateGradient.Pointer + ((nint)lane * hidden));
            TileProduct.Panels(
                _lanes, gates, hidden, _recurrentGradient.Pointer + (first * gates), gates, network.RecurrentTransposed, _stateGradient.Pointer, hidden, add: true);
            for (var lane = 0; lane < _lanes; lane++)
            {
                if (batch.Reset[first + lane])
                    Rows.Clear(_stateGradient.Pointer + ((nint)lane * hidden), hidden);
            }
        }

        TileProduct.Gradient(rows, hidden, gates, _previous.Pointer, _recurrentGradient.Pointer, gradient.RecurrentWeights, _strip.Pointer);
        TileProduct.Gradient(rows, _shape.Dimension, gates, inputs, _gates.Pointer, gradient.InputWeights, _strip.Pointer);
        TileProduct.Panels(rows, gates, _shape.Dimension, _gates.Pointer, gates, network.InputTransposed, inputGradient, _shape.Dimension, add: false);
        for (var row = 0; row < rows; row++)
        {
            Rows.Add(_gates.Pointer + ((nint)row * gates), gradient.InputBias, gates);
            Rows.Add(_recurrentGradient.Pointer + ((nint)row * gates) + (2 * hidden), gradient.RecurrentBias, hidden);
        }
    }

    private void Step(SequenceNetwork network, nint row, float* fromState)
    {
        var (hidden, one) = (_shape.Hidden, Vector512<float>.One);
        var fromInput = _fromInput.Pointer + (row * _shape.Gates);
        var gates = _gates.Pointer + (row * _shape.Gates);
        var bias = network.InputBias;
        for (var i = 0; i < hidden; i += Width)
        {
            var reset = VectorMath.Sigmoid(Vector512.Load(fromInput + i) + Vector512.Load(bias + i) + Vector512.Load(fromState + i));
            var j = hidden + i;
            var update = VectorMath.Sigmoid(Vector512.Load(fromInput + j) + Vector512.Load(bias + j) + Vector512.Load(fromState + j));
            var k = hidden + j;
            var inner = Vector512.Load(fromState + k) + Vector512.Load(network.RecurrentBias + i);
            var candidate = VectorMath.Tanh(Vector512.Load(fromInput + k) + Vector512.Load(bias + k) + (reset * inner));
            var state = ((one - update) * candidate) + (update * Vector512.Load(_previous.Pointer + (row * hidden) + i));
            reset.Store(gates + i);
            update.Store(gates + j);
            candidate.Store(gates + k);
            inner.Store(_candidateState.Pointer + (row * hidden) + i);
            state.Store(States + (row * hidden) + i);
        }
    }

    // The gates of the row become their gradients; carried becomes that part of the gradient of the state before which does not go through the gates.
    private void StepBack(nint row, float* fromAbove, float* carried)
    {
        var (hidden, one) = (_shape.Hidden, Vector512<float>.One);
        var gates = _gates.Pointer + (row * _shape.Gates);
        var recurrent = _recurrentGradient.Pointer + (row * _shape.Gates);
        for (var i = 0; i < hidden; i += Width)
        {
            var (j, k) = (hidden + i, (2 * hidden) + i);
            var (reset, update, candidate) = (Vector512.Load(gates + i), Vector512.Load(gates + j), Vector512.Load(gates + k));
            var inner = Vector512.Load(_candidateState.Pointer + (row * hidden) + i);
            var state = Vector512.Load(fromAbove + i) + Vector512.Load(carried + i);
            var updateGradient = state * (Vector512.Load(_previous.Pointer + (row * hidden) + i) - candidate) * update * (one - update);
            var candidateGradient = state * (one - update) * (one - (candidate * candidate));
            var resetGradient = candidateGradient * inner * reset * (one - reset);
            resetGradient.Store(gates + i);
            updateGradient.Store(gates + j);
            candidateGradient.Store(gates + k);
            resetGradient.Store(recurrent + i);
            updateGradient.Store(recurrent + j);
            (candidateGradient * reset).Store(recurrent + k);
            (state * update).Store(carried + i);
        }
    }
}
