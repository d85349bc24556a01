using System.Runtime.Intrinsics;
using Orleans.Personalize.Engine.Similarity.Sequence;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>
/// From states to the probability of every title, and back: the state, weighted by what is known of the moment, is brought into title space and
/// compared with all titles (softmax over the whole catalogue). Works on a block of rows at a time, so that the scores stay in the cache.
/// </summary>
internal sealed unsafe class OutputPass
{
    private const int BlockRows = 128;
    private const int Panel = SequenceShape.Panel;

    private readonly SequenceShape _shape;
    private readonly Dropout _dropout;
    private readonly AlignedFloats _weighted;
    private readonly AlignedFloats _vectors;
    private readonly AlignedFloats _scaledVectors;
    private readonly AlignedFloats _vectorGradient;
    private readonly AlignedFloats _weightedGradient;
    private readonly AlignedFloats _scores;
    private readonly AlignedFloats _strip;
    private readonly float[] _weights = new float[BlockRows];

    public OutputPass(SequenceShape shape, float dropout)
    {
        _shape = shape;
        _dropout = new(dropout);
        _weighted = new(BlockRows * shape.Hidden);
        _vectors = new(BlockRows * shape.Dimension);
        _scaledVectors = new(BlockRows * shape.Dimension);
        _vectorGradient = new(BlockRows * shape.Dimension);
        _weightedGradient = new(BlockRows * shape.Hidden);
        _scores = new(BlockRows * shape.PaddedTitles);
        _strip = new(BlockRows * Panel);
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
        for (var panel = 0; panel < _shape.PaddedTitles / Panel; panel++)
        {
            TileProduct.Strip(
                rows, _shape.Dimension, _vectors.Pointer, _shape.Dimension, 1, network.TitlePanel(panel), Scores(panel, rows), Panel, add: false);
        }
    }

    private float* Scores(int panel, int rows) => _scores.Pointer + ((nint)panel * rows * Panel);

    // Scores become e^(score - largest); the weights take what makes them probabilities.
    private double Probabilities(SequenceNetwork network, SequenceBatch batch, int first, int rows, float scale)
    {
        var loss = 0.0;
        for (var i = 0; i < rows; i++)
        {
            var target = batch.Target[first + i];
            var scores = _scores.Pointer + (i * Panel);
            var targetScore = target < 0 ? 0 : Scores(target / Panel, rows)[(i * Panel) + (target % Panel)] + network.TitleBias[target];
            var (largest, sum) = Exponentials(scores, (nint)rows * Panel, network.TitleBias, _shape.PaddedTitles / Panel);
            _weights[i] = target < 0 ? 0 : scale / sum;
            if (target >= 0)
                loss += MathF.Log(sum) + largest - targetScore;
            var vector = _vectors.Pointer + ((nint)i * _shape.Dimension);
            var scaled = _scaledVectors.Pointer + ((nint)i * _shape.Dimension);
            Rows.Clear(scaled, _shape.Dimension);
            Rows.Add(vector, _weights[i], scaled, _shape.Dimension);
        }

        return loss;
    }

    private static (float Largest, float Sum) Exponentials(float* scores, nint step, float* bias, int panels)
    {
        var (left, right) = (Vector512.Create(float.NegativeInfinity), Vector512.Create(float.NegativeInfinity));
        var at = scores;
        var add = bias;
        for (var panel = 0; panel < panels; panel++, at += step, add += Panel)
        {
            left = Vector512.Max(left, Vector512.Load(at) + Vector512.Load(add));
            right = Vector512.Max(right, Vector512.Load(at + 16) + Vector512.Load(add + 16));
        }

        left = Vector512.Max(left, right);
        var largest = float.NegativeInfinity;
        for (var i = 0; i < 16; i++)
            largest = MathF.Max(largest, left[i]);
        var shift = Vector512.Create(largest);
        var (sumLeft, sumRight) = (Vector512<float>.Zero, Vector512<float>.Zero);
        at = scores;
        add = bias;
        for (var panel = 0; panel < panels; panel++, at += step, add += Panel)
        {
            var one = VectorMath.Exp(Vector512.Load(at) + Vector512.Load(add) - shift);
            var two = VectorMath.Exp(Vector512.Load(at + 16) + Vector512.Load(add + 16) - shift);
            one.Store(at);
            two.Store(at + 16);
            sumLeft += one;
            sumRight += two;
        }

        return (largest, Vector512.Sum(sumLeft + sumRight));
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
            var (left, right) = (Vector512.Load(bias), Vector512.Load(bias + 16));
            for (var i = 0; i < rows; i++, scores += Panel)
            {
                var weight = Vector512.Create(_weights[i]);
                left = Vector512.FusedMultiplyAdd(Vector512.Load(scores), weight, left);
                right = Vector512.FusedMultiplyAdd(Vector512.Load(scores + 16), weight, right);
            }

            left.Store(bias);
            right.Store(bias + 16);
        }

        for (var i = 0; i < rows; i++)
        {
            var target = batch.Target[first + i];
            var vectorGradient = _vectorGradient.Pointer + ((nint)i * dimension);
            var weight = _weights[i];
            for (var d = 0; d < dimension; d++)
                vectorGradient[d] *= weight;
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
            for (var h = 0; h < hidden; h += 16)
                Vector512.FusedMultiplyAdd(Vector512.Load(weighted + h), Vector512.Load(state + h), Vector512.Load(gate + h)).Store(gate + h);
            Weigh(weighted, network.MomentGate(bucket), stateGradient + ((nint)(first + i) * hidden));
        }
    }

    // target := source * (1 + gate).
    private void Weigh(float* source, float* gate, float* target)
    {
        for (var h = 0; h < _shape.Hidden; h += 16)
        {
            var value = Vector512.Load(source + h);
            Vector512.FusedMultiplyAdd(value, Vector512.Load(gate + h), value).Store(target + h);
        }
    }
}
