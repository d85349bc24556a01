using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Similarity.Sequence;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>The weights in training, together with the transposed copies that the backward pass runs along.</summary>
internal sealed unsafe class SequenceNetwork
{
    private readonly AlignedFloats _parameters;
    private readonly AlignedFloats _titlesTransposed;
    private readonly AlignedFloats _inputTransposed;
    private readonly AlignedFloats _recurrentTransposed;
    private readonly AlignedFloats _projectionTransposed;

    public SequenceNetwork(FloatArena arena, SequenceShape shape)
    {
        Shape = shape;
        _parameters = new(arena, shape.Parameters);
        _titlesTransposed = new(arena, shape.PaddedTitles * shape.Dimension);
        _inputTransposed = new(arena, shape.Gates * shape.Dimension);
        _recurrentTransposed = new(arena, shape.Gates * shape.Hidden);
        _projectionTransposed = new(arena, shape.Hidden * shape.Dimension);
    }

    public SequenceShape Shape { get; }

    public AlignedFloats Weights => _parameters;

    public Span<float> Parameters => _parameters.Span;

    public float* TitleBias => At(Shape.TitleBias);

    public float* InputWeights => At(Shape.InputWeights);

    public float* InputBias => At(Shape.InputBias);

    public float* RecurrentWeights => At(Shape.RecurrentWeights);

    public float* RecurrentBias => At(Shape.RecurrentBias);

    public float* Projection => At(Shape.Projection);

    /// <summary>Panels of Gates x Dimension.</summary>
    public float* InputTransposed => _inputTransposed.Pointer;

    /// <summary>Panels of Gates x Hidden.</summary>
    public float* RecurrentTransposed => _recurrentTransposed.Pointer;

    /// <summary>Panels of Dimension x Hidden.</summary>
    public float* ProjectionTransposed => _projectionTransposed.Pointer;

    /// <summary>Vectors of 32 titles: float[Dimension x 32].</summary>
    public float* TitlePanel(int panel) => At(Shape.TitleVectors) + PanelStart(panel);

    /// <summary>Vectors of 32 titles, transposed: panels of 32 x Dimension.</summary>
    public float* TitlePanelTransposed(int panel) => _titlesTransposed.Pointer + PanelStart(panel);

    public float* StrengthVector(int bucket) => At(Shape.StrengthVectors) + (bucket * Shape.Dimension);

    public float* GapVector(int bucket) => At(Shape.GapVectors) + (bucket * Shape.Dimension);

    public float* MomentGate(int bucket) => At(Shape.MomentGates) + (bucket * Shape.Hidden);

    public float* MomentShift(int bucket) => At(Shape.MomentShifts) + (bucket * Shape.Dimension);

    /// <summary>Brings the transposed copies up to date; call after every change of the weights.</summary>
    public void Refresh()
    {
        for (var panel = 0; panel < Shape.PaddedTitles / SequenceShape.Panel; panel++)
            TileProduct.Transpose(Shape.Dimension, SequenceShape.Panel, TitlePanel(panel), TitlePanelTransposed(panel));
        TileProduct.Transpose(Shape.Dimension, Shape.Gates, InputWeights, InputTransposed);
        TileProduct.Transpose(Shape.Hidden, Shape.Gates, RecurrentWeights, RecurrentTransposed);
        TileProduct.Transpose(Shape.Hidden, Shape.Dimension, Projection, ProjectionTransposed);
    }

    /// <summary>target += scale * the vector of a title, float[Dimension].</summary>
    public void AddTitle(int title, float scale, float* target)
    {
        const int Panel = SequenceShape.Panel;
        var source = TitlePanelTransposed(title / Panel) + (title % Panel * Panel);
        for (var d = 0; d < Shape.Dimension; d += Panel, source += Panel * Panel)
            Rows.Add(source, scale, target + d, Panel);
    }

    /// <summary>Score of a title for a vector in title space, float[Dimension].</summary>
    public float ScoreOf(int title, float* vector)
    {
        const int Panel = SequenceShape.Panel;
        var source = TitlePanelTransposed(title / Panel) + (title % Panel * Panel);
        var score = TitleBias[title];
        for (var d = 0; d < Shape.Dimension; d += Panel, source += Panel * Panel)
            score += TensorPrimitives.Dot(new ReadOnlySpan<float>(source, Panel), new ReadOnlySpan<float>(vector + d, Panel));
        return score;
    }

    private nint PanelStart(int panel) => (nint)panel * SequenceShape.Panel * Shape.Dimension;

    private float* At(int start) => _parameters.Pointer + start;
}
