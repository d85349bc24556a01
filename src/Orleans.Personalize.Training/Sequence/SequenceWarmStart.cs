using System.Collections.Immutable;
using Orleans.Personalize.Engine.Similarity.Sequence;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>An encoder that training starts from instead of from nothing: for new events and new titles a few passes are then enough.</summary>
/// <param name="Encoder">The encoder; of the same sizes as the one to be trained, but for the number of titles.</param>
/// <param name="Titles">For every title of the new encoder its number in the old one; negative where that did not know it.</param>
public sealed record SequenceWarmStart(SequenceEncoder Encoder, ImmutableArray<int> Titles)
{
    /// <summary>Copies what the encoder learnt; titles that are new to it keep their random vectors.</summary>
    /// <exception cref="ArgumentException">The sizes differ, or a title has no such number.</exception>
    internal void Fill(SequenceShape shape, Span<float> weights)
    {
        var from = Encoder.Shape;
        if ((from.Dimension, from.Hidden) != (shape.Dimension, shape.Hidden) || Titles.Length != shape.Titles)
            throw new ArgumentException($"An encoder of {from.Dimension} x {from.Hidden} cannot start one of {shape.Dimension} x {shape.Hidden} for these titles.", nameof(shape));
        if (Titles.Any(number => number >= from.Titles))
            throw new ArgumentException($"The encoder that is to start another has {from.Titles} titles only.", nameof(shape));
        var old = Encoder.Weights;

        // All that does not belong to single titles lies together, behind it.
        old[from.StrengthVectors..].CopyTo(weights[shape.StrengthVectors..]);
        for (var title = 0; title < shape.Titles; title++)
        {
            var number = Titles[title];
            if (number < 0)
                continue;
            weights[shape.TitleBias + title] = old[from.TitleBias + number];
            for (var d = 0; d < shape.Dimension; d++)
                weights[shape.TitleWeight(title, d)] = old[from.TitleWeight(number, d)];
        }
    }
}
