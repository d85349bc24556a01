using System.Numerics.Tensors;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// Titles that the model does not hold have a vector, from their content, but no rows and no plays. What those parts would say is put at
/// what is to be expected given the vector part, by linear regression over the titles that have both (F. Galton, "Regression towards
/// Mediocrity", 1886). So a new title is judged by the same blend as all others, and with due caution.
/// </summary>
internal static class NewTitles
{
    private static readonly ScorePartKind[] Unknown = [ScorePartKind.ItemItem, ScorePartKind.StableTaste, ScorePartKind.Popularity, ScorePartKind.Sequence];

    /// <summary>Fills in the parts that cannot know new titles.</summary>
    /// <param name="buffer">With all parts standardized.</param>
    /// <param name="titles">Numbers of the new titles.</param>
    /// <param name="known">How many titles are not new.</param>
    public static void Fill(ScoreBuffer buffer, ReadOnlySpan<int> titles, int known)
    {
        if (titles.IsEmpty || known == 0)
            return;
        var vector = buffer.Part(ScorePartKind.Vector);
        var sum = TensorPrimitives.Sum<float>(vector);
        var size = TensorPrimitives.SumOfSquares<float>(vector);
        foreach (var title in titles)
        {
            sum -= vector[title];
            size -= vector[title] * vector[title];
        }

        size -= sum * sum / known;
        foreach (var part in Unknown)
        {
            var values = buffer.Part(part);
            foreach (var title in titles)
                values[title] = 0;
            var mean = TensorPrimitives.Sum<float>(values) / known;
            var slope = size > 1 ? (TensorPrimitives.Dot<float>(values, vector) - (mean * sum)) / size : 0;
            foreach (var title in titles)
                values[title] = mean + (slope * (vector[title] - (sum / known)));
        }
    }
}
