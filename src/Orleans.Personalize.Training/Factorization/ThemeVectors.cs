using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Training.Factorization;

/// <summary>What each theme adds to the vector of a title that nobody played.</summary>
/// <param name="Themes">Theme ids, ascending.</param>
/// <param name="Vectors">float[themes x dimension].</param>
internal sealed record ThemeVectors(ulong[] Themes, float[] Vectors)
{
    public static ThemeVectors None { get; } = new([], []);

    /// <summary>Puts a title where its themes say.</summary>
    /// <param name="themes">The themes of the catalogue.</param>
    /// <param name="title">The title's catalogue number.</param>
    /// <param name="vector">float[dimension], all zeros.</param>
    public void Place(ThemeIndex themes, int title, Span<float> vector)
    {
        foreach (var weight in themes.ThemesOf(title))
        {
            if (Array.BinarySearch(Themes, themes[weight.Theme].Id.Value) is >= 0 and var row)
                TensorPrimitives.MultiplyAdd(Vectors.AsSpan(row * vector.Length, vector.Length), weight.Weight, vector, vector);
        }
    }
}
