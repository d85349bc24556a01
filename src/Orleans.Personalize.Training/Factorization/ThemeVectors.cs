namespace Orleans.Personalize.Training.Factorization;

/// <summary>What each theme adds to the vector of a title that nobody played.</summary>
/// <param name="Themes">Theme ids, ascending.</param>
/// <param name="Vectors">float[themes x dimension].</param>
internal sealed record ThemeVectors(ulong[] Themes, float[] Vectors)
{
    public static ThemeVectors None { get; } = new([], []);
}
