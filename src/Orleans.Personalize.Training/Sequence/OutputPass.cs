using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Orleans.Personalize.Engine.Similarity.Sequence;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>
/// From states to the probability of every title, and back: the state, weighted by what is known of the moment, is brought into title space and
/// compared with all titles (softmax over the whole catalogue). Works on a block of rows at a time, so that the scores stay in the cache.
/// </summary>
internal sealed unsafe class OutputPass
{
    private const int BlockRows = 256;
    private const int Panel = SequenceShape.Panel;
    private const int Width = 16;
    private const float FarAbove = 60;

    private readonly SequenceShape _shape;
    private readonly Dropout _dropout;
    private readonly AlignedFloats _weighted;
    private readonly AlignedFloats _vectors;
    private readonly AlignedFloats _scaledVectors;
    private readonly AlignedFloats _vectorGradient;
    private readonly AlignedFloats _weightedGradient;
    private readonly AlignedFloats _scores;
    private readonly AlignedFloats _strip;
    private readonly AlignedFloats _sums;
    private readonly float[] _weights = new float[BlockRows];
    private readonly float[] _shifts = new float[BlockRows];

    public OutputPass(FloatArena arena, SequenceShape shape, float dropout)
    {
        _shape = shape;
        _dropout = new(dropout);
        _weighted = new(arena, BlockRows * shape.Hidden);
        _vectors = new(arena, BlockRows * shape.Dimension);
        _scaledVectors = new(arena, BlockRows * shape.Dimension);
        _vectorGradient = new(arena, BlockRows * shape.Dimension);
        _weightedGradient = new(arena, BlockRows * shape.Hidden);
        _scores = new(arena, BlockRows * shape.PaddedTitles);
        _strip = new(arena, BlockRows * Panel);
        _sums = new(arena, BlockRows * Width);
    }

    /// <summary>Adds a batch to the gradient and finds the gradient of the states.</summary>
    /// <param name="network">The weights.</param>
    /// <param name="batch">What was and what came.</param>
    /// <param name="states">float[rows x Hidden].</param>
    /// <param name="scale">Weight of every row in the loss.</param>
    /// <param name="dropoutKey">Draws the dropout.</param>
    /// <param name="gradient">Is added to.</param>
    /// <param name="stateGradient">float[rows x Hidden], overwritten.</param>
    /// <returns>Sum of -log probability of the targets, not weighted.</returns>
    public double Run(
        SequenceNetwork network, SequenceBatch batch, float* states, float scale, ulong dropoutKey, SequenceGradient gradient, float* stateGradient)
    {
        var loss = 0.0;
        for (var row = 0; row < batch.Rows; row += BlockRows)
        {
            var rows = Math.Min(BlockRows, batch.Rows - row);
            Forward(network, batch, states, row, rows, dropoutKey);
            loss += Probabilities(network, batch, row, rows, scale);
            Backward(network, batch, row, rows, scale, gradient);
            ToStates(network, batch, states, row, rows, dropoutKey, gradient, stateGradient);
        }

        return loss;
    }

    private void Forward(SequenceNetwork network, SequenceBatch batch, float* states, int first, int rows, ulong dropoutKey)
    {
        var hidden = _shape.Hidden;
        for (var i = 0; i < rows; i++)
        {
            var weighted = _weighted.Pointer + ((nint)i * hidden);
            Weigh(states + ((nint)(first + i) * hidden), network.MomentGate(batch.NextGap[first + i]), weighted);
            _dropout.Apply(dropoutKey, first + i, weighted, hidden);
            Rows.Copy(network.MomentShift(batch.NextGap[first + i]), _vectors.Pointer + ((nint)i * _shape.Dimension), _shape.Dimension);
        }

        TileProduct.Panels(rows, hidden, _shape.Dimension, _weighted.Pointer, hidden, network.Projection, _vectors.Pointer, _shape.Dimension, add: true);
    }

    private float* Scores(int panel, int rows) => _scores.Pointer + ((nint)panel * rows * Panel);

    // Finds e^(score - score of the target) for all titles, panel after panel while it is in the cache, and the weights that make them probabilities.
    private double Probabilities(SequenceNetwork network, SequenceBatch batch, int first, int rows, float scale)
    {
        var dimension = _shape.Dimension;
        for (var i = 0; i < rows; i++)
        {
            _shifts[i] = batch.Target[first + i] is >= 0 and var target
                ? network.ScoreOf(target, _vectors.Pointer + ((nint)i * dimension))
                : 0;
        }

        _sums.Span.Clear();
        for (var panel = 0; panel < _shape.PaddedTitles / Panel; panel++)
        {
            TileProduct.Strip(rows, dimension, _vectors.Pointer, dimension, 1, network.TitlePanel(panel), Scores(panel, rows), Panel, add: false);
            Exponentiate(Scores(panel, rows), network.TitleBias + (panel * Panel), rows);
        }

        var loss = 0.0;
        for (var i = 0; i < rows; i++)
        {
            var isTarget = batch.Target[first + i] >= 0;
            var sum = Vector512.Sum(Vector512.Load(_sums.Pointer + (i * Width)));
            loss += isTarget ? MathF.Log(sum) : 0;
            _weights[i] = isTarget ? scale / sum : 0;
            TensorPrimitives.Multiply(
                new ReadOnlySpan<float>(_vectors.Pointer + ((nint)i * dimension), dimension),
                _weights[i],
                new Span<float>(_scaledVectors.Pointer + ((nint)i * dimension), dimension));
        }

        return loss;
    }

    // A score that is far above the target's is as good as one that is a little less far: it is cut, so that sums stay finite.
    private void Exponentiate(float* scores, float* bias, int rows)
    {
        var (left, right, most) = (Vector512.Load(bias), Vector512.Load(bias + Width), Vector512.Create(FarAbove));
        for (var i = 0; i < rows; i++, scores += Panel)
        {
            var shift = Vector512.Create(_shifts[i]);
            var one = VectorMath.Exp(Vector512.Min(Vector512.Load(scores) + left - shift, most));
            var two = VectorMath.Exp(Vector512.Min(Vector512.Load(scores + Width) + right - shift, most));
            one.Store(scores);
            two.Store(scores + Width);
            var sums = _sums.Pointer + (i * Width);
            (Vector512.Load(sums) + (one + two)).Store(sums);
        }
    }

    private void Backward(SequenceNetwork network, SequenceBatch batch, int first, int rows, float scale, SequenceGradient gradient)
    {
        var dimension = _shape.Dimension;
        Rows.Clear(_vectorGradient.Pointer, (nint)rows * dimension);
        for (var panel = 0; panel < _shape.PaddedTitles / Panel; panel++)
        {
            var scores = Scores(panel, rows);
            TileProduct.Panels(rows, Panel, dimension, scores, Panel, network.TitlePanelTransposed(panel), _vectorGradient.Pointer, dimension, add: true);
            TileProduct.Strip(dimension, rows, _scaledVectors.Pointer, 1, dimension, scores, gradient.TitlePanel(panel), Panel, add: true);
            var bias = gradient.TitleBias + (panel * Panel);
            var (left, right) = (Vector512.Load(bias), Vector512.Load(bias + Width));
            for (var i = 0; i < rows; i++, scores += Panel)
            {
                var weight = Vector512.Create(_weights[i]);
                left = Vector512.FusedMultiplyAdd(Vector512.Load(scores), weight, left);
                right = Vector512.FusedMultiplyAdd(Vector512.Load(scores + Width), weight, right);
            }

            left.Store(bias);
            right.Store(bias + Width);
        }

        for (var i = 0; i < rows; i++)
        {
            var target = batch.Target[first + i];
            var vectorGradient = _vectorGradient.Pointer + ((nint)i * dimension);
            var weight = _weights[i];
            TensorPrimitives.Multiply(new ReadOnlySpan<float>(vectorGradient, dimension), weight, new Span<float>(vectorGradient, dimension));
            if (target < 0)
                continue;
            var share = -scale;
            gradient.TitleBias[target] += share;
            gradient.AddToTitle(target, _vectors.Pointer + ((nint)i * dimension), share);
            network.AddTitle(target, share, vectorGradient);
        }
    }

    private void ToStates(
        SequenceNetwork network, SequenceBatch batch, float* states, int first, int rows, ulong dropoutKey, SequenceGradient gradient, float* stateGradient)
    {
        var (hidden, dimension) = (_shape.Hidden, _shape.Dimension);
        TileProduct.Gradient(rows, hidden, dimension, _weighted.Pointer, _vectorGradient.Pointer, gradient.Projection, _strip.Pointer);
        TileProduct.Panels(
            rows, dimension, hidden, _vectorGradient.Pointer, dimension, network.ProjectionTransposed, _weightedGradient.Pointer, hidden, add: false);
        for (var i = 0; i < rows; i++)
        {
            var bucket = batch.NextGap[first + i];
            var weighted = _weightedGradient.Pointer + ((nint)i * hidden);
            _dropout.Apply(dropoutKey, first + i, weighted, hidden);
            Rows.Add(_vectorGradient.Pointer + ((nint)i * dimension), gradient.MomentShift(bucket), dimension);
            var state = states + ((nint)(first + i) * hidden);
            var gate = gradient.MomentGate(bucket);
            for (var h = 0; h < hidden; h += Width)
                Vector512.FusedMultiplyAdd(Vector512.Load(weighted + h), Vector512.Load(state + h), Vector512.Load(gate + h)).Store(gate + h);
            Weigh(weighted, network.MomentGate(bucket), stateGradient + ((nint)(first + i) * hidden));
        }
    }

    // target := source * (1 + gate).
    private void Weigh(float* source, float* gate, float* target)
    {
        for (var h = 0; h < _shape.Hidden; h += Width)
        {
            var value = Vector512.Load(source + h);
            Vector512.FusedMultiplyAdd(value, Vector512.Load(gate + h), value).Store(target + h);
        }
    }
}
