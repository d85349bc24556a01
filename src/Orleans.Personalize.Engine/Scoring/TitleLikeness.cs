using System.Buffers;
using System.Numerics.Tensors;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>How similar titles are to one title: by content, by the vectors of the model, and by what is played together.</summary>
/// <param name="titles">The model's titles in the catalogue.</param>
/// <param name="content">What titles have in common.</param>
/// <param name="vectors">The model's vectors.</param>
/// <param name="itemItem">The model's rows.</param>
/// <param name="holes">Numbers that no title has.</param>
internal sealed class TitleLikeness(ModelTitles titles, ContentScorer content, CatalogVectors vectors, ItemItemScorer itemItem, int[] holes)
{
    private const float ContentShare = 0.3f;
    private const float VectorShare = 0.3f;
    private const float RowShare = 0.4f;

    /// <summary>Finds it for every title.</summary>
    /// <param name="title">The one title's catalogue number.</param>
    /// <param name="similarity">float[titles], overwritten; 0 (nothing in common) to 1, the title itself and holes 0.</param>
    public void Fill(int title, Span<float> similarity)
    {
        var rented = ArrayPool<float>.Shared.Rent(Math.Max(similarity.Length, titles.ModelCount + 1) * 2);
        var part = rented.AsSpan(rented.Length / 2, similarity.Length);
        content.Similarity(title, similarity);
        TensorPrimitives.Multiply(similarity, ContentShare, similarity);
        vectors.Similarity(title, part);
        AddPositive(part, VectorShare, similarity);
        var byModelNumber = rented.AsSpan(0, titles.ModelCount + 1);
        if (itemItem.TryReadStableRow(title, byModelNumber))
        {
            titles.Spread(byModelNumber, part);
            AddPositive(part, RowShare / Math.Max(float.Epsilon, TensorPrimitives.Max<float>(part)), similarity);
        }

        ArrayPool<float>.Shared.Return(rented);
        similarity[title] = 0;
        foreach (var hole in holes)
            similarity[hole] = 0;
    }

    private static void AddPositive(Span<float> part, float weight, Span<float> similarity)
    {
        TensorPrimitives.Max(part, 0, part);
        TensorPrimitives.MultiplyAdd(part, weight, similarity, similarity);
        TensorPrimitives.Min(similarity, 1, similarity);
    }
}
