using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// The equations that a profile's mood and taste in its judgements solve, see <see cref="MatchScorer"/>, summed up over its history: the square of each
/// title's numbers, the lower triangle of which counts, and after it the numbers times how much the judgement surprises.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="titles">Its titles in the catalogue.</param>
internal sealed class JudgementRows(PersonalizationModel model, ModelTitles titles) : IHistoryRows
{
    /// <summary>Length of a row of the square: room for all numbers of a judgement, the mood before them.</summary>
    public const int Stride = MatchCalibration.MaxDimension + 1;

    private readonly MatchCalibration _calibration = model.Manifest.Match;
    private readonly int _size = 1 + model.Manifest.Match.Dimension;

    /// <inheritdoc/>
    public double Decay => _calibration.Fading;

    /// <inheritdoc/>
    public int Reach => int.MaxValue;

    /// <inheritdoc/>
    public int Length => (Stride + 1) * Stride;

    // Full vectors of numbers.
    private int Rounded => (_size + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;

    /// <summary>What stands at the end of the sums: float[<see cref="Stride"/>].</summary>
    public static ReadOnlySpan<float> SurprisesIn(ReadOnlySpan<float> sums) => sums.Slice(Stride * Stride, Stride);

    /// <inheritdoc/>
    public bool Counts(in Interaction interaction) => true;

    /// <inheritdoc/>
    public void AddAll(ReadOnlySpan<Interaction> history, Span<float> sums)
    {
        var weight = 1f;
        for (var i = history.Length - 1; i >= 0; i--, weight *= _calibration.Fading)
            Add(history[i], weight, sums);
    }

    /// <inheritdoc/>
    public void Add(in Interaction interaction, float weight, Span<float> sums)
    {
        Span<float> numbers = stackalloc float[Stride];
        numbers.Clear();
        numbers[0] = 1;
        NumbersOf(interaction.Title).CopyTo(numbers[1..]);
        AddSquare(numbers[..Rounded], weight, sums);
        var surprises = sums.Slice(Stride * Stride, Stride);
        TensorPrimitives.MultiplyAdd(numbers, weight * SurpriseOf(interaction), surprises, surprises);
    }

    /// <summary>How much more favourable a judgement is than all judgements are of that title.</summary>
    public float SurpriseOf(in Interaction interaction) => interaction.Strength - _calibration.MeanStrength - MeanOf(interaction.Title);

    /// <summary>How much more favourably a title is judged than others; 0 where that is not known.</summary>
    public float MeanOf(int title) => titles.ToModel(title) is >= 0 and var number && model.Judgements.Span is { IsEmpty: false } judgements
        ? judgements[number * _size]
        : 0;

    /// <summary>What tells who likes a title: float[<see cref="MatchCalibration.Dimension"/>]; empty where that is not known.</summary>
    public ReadOnlySpan<float> NumbersOf(int title) => titles.ToModel(title) is >= 0 and var number && model.Judgements.Span is { IsEmpty: false } judgements
        ? judgements.Slice((number * _size) + 1, _size - 1)
        : [];

    // Eight columns at a time; what lies above the diagonal means nothing.
    private static void AddSquare(ReadOnlySpan<float> numbers, float weight, Span<float> sums)
    {
        ref var number = ref MemoryMarshal.GetReference(numbers);
        for (var row = 0; row < numbers.Length; row++)
        {
            ref var sum = ref MemoryMarshal.GetReference(sums.Slice(row * Stride, Stride));
            var factor = Vector256.Create(weight * numbers[row]);
            for (nuint column = 0; column <= (nuint)row; column += (nuint)Vector256<float>.Count)
                Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref number, column), factor, Vector256.LoadUnsafe(ref sum, column)).StoreUnsafe(ref sum, column);
        }
    }
}
