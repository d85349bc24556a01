using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// Titles that the model does not hold have a vector, from their content, but no rows and no plays. What those parts would say is put at
/// what is to be expected given the vector part, by linear regression over the titles that have both (F. Galton, "Regression towards
/// Mediocrity", 1886). So a new title is judged by the same blend as all others, and with due caution. Titles that had only just come when the
/// model was trained are raised towards the same: that hardly anybody had chosen them yet speaks for nothing.
/// </summary>
internal sealed class NewTitles
{
    // Less changes no order.
    private const float Negligible = 0.05f;

    private static readonly ScorePartKind[] Unknown = [ScorePartKind.ItemItem, ScorePartKind.StableTaste, ScorePartKind.Popularity, ScorePartKind.Sequence];

    private readonly int[] _absent;
    private readonly (int Title, float Newness)[] _young;
    private readonly int _known;

    /// <summary>Finds the new titles of a catalogue.</summary>
    public NewTitles(Catalog catalog, PersonalizationModel model, ModelTitles titles)
    {
        var newness = model.Newness.Span;
        var absent = new List<int>();
        var young = new List<(int, float)>();
        for (var title = 0; title < catalog.Count; title++)
        {
            if (catalog[title] is null)
                continue;
            if (titles.ToModel(title) is not (>= 0 and var number))
                absent.Add(title);
            else if (!newness.IsEmpty && newness[number] > Negligible)
                young.Add((title, newness[number]));
        }

        (_absent, _young, _known) = ([.. absent], [.. young], catalog.Present - absent.Count);
    }

    /// <summary>Whether the parts of every title are those that the model gives it.</summary>
    public bool IsEmpty => _known == 0 || _absent.Length + _young.Length == 0;

    /// <summary>Fills in the parts that cannot know new titles.</summary>
    /// <param name="buffer">With all parts standardized.</param>
    public void Fill(ScoreBuffer buffer)
    {
        if (IsEmpty)
            return;
        var vector = buffer.Part(ScorePartKind.Vector);
        var sum = TensorPrimitives.Sum<float>(vector);
        var size = TensorPrimitives.SumOfSquares<float>(vector);
        foreach (var title in _absent)
        {
            sum -= vector[title];
            size -= vector[title] * vector[title];
        }

        size -= sum * sum / _known;
        foreach (var part in Unknown)
        {
            var values = buffer.Own(part);
            foreach (var title in _absent)
                values[title] = 0;
            var mean = TensorPrimitives.Sum<float>(values) / _known;
            var slope = size > 1 ? (TensorPrimitives.Dot<float>(values, vector) - (mean * sum)) / size : 0;
            var atZero = mean - (slope * sum / _known);
            foreach (var title in _absent)
                values[title] = atZero + (slope * vector[title]);
            foreach (var (title, newness) in _young)
                values[title] += newness * MathF.Max(0, atZero + (slope * vector[title]) - values[title]);
        }
    }
}
