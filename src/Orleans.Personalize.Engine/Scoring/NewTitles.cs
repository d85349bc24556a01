using System.Numerics.Tensors;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>
/// Titles that the model does not hold have a vector, from their content, but no rows and no plays. What those parts would say is put at
/// what is to be expected given the vector part: both being standardized, their correlation over the titles that have both times the vector
/// part (F. Galton's regression towards the mean). So a new title is judged by the same blend as all others, and with due caution.
/// </summary>
internal static class NewTitles
{
    private static readonly ScorePartKind[] Unknown = [ScorePartKind.ItemItem, ScorePartKind.StableTaste, ScorePartKind.Popularity];

    /// <summary>Fills in the parts that cannot know new titles.</summary>
    /// <param name="buffer">With all parts standardized.</param>
    /// <param name="titles">Numbers of the new titles.</param>
    public static void Fill(ScoreBuffer buffer, ReadOnlySpan<int> titles)
    {
        if (titles.IsEmpty)
            return;
        var vector = buffer.Part(ScorePartKind.Vector);
        var size = TensorPrimitives.SumOfSquares<float>(vector);
        foreach (var title in titles)
            size -= vector[title] * vector[title];
        foreach (var part in Unknown)
        {
            var values = buffer.Part(part);
            foreach (var title in titles)
                values[title] = 0;
            var correlation = size > 1 ? Math.Clamp(TensorPrimitives.Dot<float>(values, vector) / size, -1, 1) : 0;
            foreach (var title in titles)
                values[title] = correlation * vector[title];
        }
    }
}
