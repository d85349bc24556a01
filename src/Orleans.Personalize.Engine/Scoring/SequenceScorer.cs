using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Similarity.Sequence;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>The model's sequence encoder over the titles of a catalogue.</summary>
internal sealed class SequenceScorer(PersonalizationModel model, ModelTitles titles) : IHistoryEncoder
{
    private const int Block = 256;

    private readonly SequenceEncoder? _encoder = model.Encoder;

    /// <inheritdoc/>
    public int Dimension => _encoder?.Shape.Hidden ?? 0;

    /// <inheritdoc/>
    public string ModelVersion => model.Info.Version;

    /// <inheritdoc/>
    public void Advance(Span<sbyte> vector, int title, float strength, long? secondsSince)
    {
        if (_encoder is null || titles.ToModel(title) is not (>= 0 and var number))
            return;
        Span<Half> state = stackalloc Half[vector.Length];
        Widen(vector, state);
        _encoder.Advance(state, number, strength, secondsSince);
        for (var i = 0; i < state.Length; i++)
            vector[i] = (sbyte)MathF.Round((float)state[i] * sbyte.MaxValue);
    }

    /// <summary>
    /// Logarithm of how much more probable each title is to come next than an average one. Titles that the model does not know are put where
    /// the logarithms have their mean: among those hardly ever played. Without an encoder or a history all zeros.
    /// </summary>
    /// <param name="history">The interactions, oldest first.</param>
    /// <param name="settled">sbyte[<see cref="Dimension"/>]: the preference vector of all but the latest.</param>
    /// <param name="gapSeconds">Seconds since the latest interaction.</param>
    /// <param name="byModelNumber">float[model's titles + 1], overwritten; the last is for unknown titles.</param>
    public void Score(ReadOnlySpan<Interaction> history, ReadOnlySpan<sbyte> settled, double gapSeconds, Span<float> byModelNumber)
    {
        if (_encoder is null || history.IsEmpty || settled.IsEmpty)
        {
            byModelNumber.Clear();
            return;
        }

        Span<sbyte> vector = stackalloc sbyte[settled.Length];
        settled.CopyTo(vector);
        PreferenceVectors.Advance(vector, history, history.Length - 1, this);
        var known = byModelNumber[..^1];
        Span<Half> state = stackalloc Half[vector.Length];
        Widen(vector, state);
        _encoder.Score(state, (long)gapSeconds, known);
        var largest = TensorPrimitives.Max<float>(known);
        TensorPrimitives.Subtract(known, largest, known);
        Span<float> block = stackalloc float[Block];
        var sum = 0.0;
        for (var start = 0; start < known.Length; start += Block)
        {
            var odds = block[..Math.Min(Block, known.Length - start)];
            TensorPrimitives.Exp(known.Slice(start, odds.Length), odds);
            sum += TensorPrimitives.Sum<float>(odds);
        }

        TensorPrimitives.Subtract(known, (float)Math.Log(sum / known.Length), known);
        byModelNumber[^1] = TensorPrimitives.Sum<float>(known) / known.Length;
    }

    private static void Widen(ReadOnlySpan<sbyte> vector, Span<Half> state)
    {
        for (var i = 0; i < state.Length; i++)
            state[i] = (Half)(vector[i] / (float)sbyte.MaxValue);
    }
}
