using Orleans.Personalize.Engine.Similarity.Sequence;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>
/// What one group of lanes adds to the gradient. Vectors of single titles are collected apart, in the transposed layout where a vector lies
/// in few pieces, and merged at the end.
/// </summary>
internal sealed unsafe class SequenceGradient(FloatArena arena, SequenceShape shape)
{
    private readonly AlignedFloats _all = new(arena, shape.Parameters);
    private readonly AlignedFloats _titlesTransposed = new(arena, shape.PaddedTitles * shape.Dimension);

    public AlignedFloats All => _all;

    public float* TitleBias => At(shape.TitleBias);

    public float* InputWeights => At(shape.InputWeights);

    public float* InputBias => At(shape.InputBias);

    public float* RecurrentWeights => At(shape.RecurrentWeights);

    public float* RecurrentBias => At(shape.RecurrentBias);

    public float* Projection => At(shape.Projection);

    public float* TitlePanel(int panel) => At(shape.TitleVectors) + PanelStart(panel);

    public float* StrengthVector(int bucket) => At(shape.StrengthVectors) + (bucket * shape.Dimension);

    public float* GapVector(int bucket) => At(shape.GapVectors) + (bucket * shape.Dimension);

    public float* MomentGate(int bucket) => At(shape.MomentGates) + (bucket * shape.Hidden);

    public float* MomentShift(int bucket) => At(shape.MomentShifts) + (bucket * shape.Dimension);

    /// <summary>Starts again from zero.</summary>
    public void Clear()
    {
        _all.Span.Clear();
        _titlesTransposed.Span.Clear();
    }

    /// <summary>Adds scale times a vector, float[Dimension], to the vector of a title.</summary>
    public void AddToTitle(int title, float* vector, float scale)
    {
        var target = _titlesTransposed.Pointer + PanelStart(title / SequenceShape.Panel) + (title % SequenceShape.Panel * SequenceShape.Panel);
        for (var d = 0; d < shape.Dimension; d += SequenceShape.Panel, target += SequenceShape.Panel * SequenceShape.Panel)
            Rows.Add(vector + d, scale, target, SequenceShape.Panel);
    }

    /// <summary>Brings the vectors of single titles to the others; call once, at the end.</summary>
    public void Merge()
    {
        const int Panel = SequenceShape.Panel;
        for (var panel = 0; panel < shape.PaddedTitles / Panel; panel++)
        {
            var from = _titlesTransposed.Pointer + PanelStart(panel);
            var to = TitlePanel(panel);
            for (var d = 0; d < shape.Dimension; d++)
            {
                for (var title = 0; title < Panel; title++)
                    to[(d * Panel) + title] += from[(d / Panel * Panel * Panel) + (title * Panel) + (d % Panel)];
            }
        }
    }

    private nint PanelStart(int panel) => (nint)panel * SequenceShape.Panel * shape.Dimension;

    private float* At(int start) => _all.Pointer + start;
}
