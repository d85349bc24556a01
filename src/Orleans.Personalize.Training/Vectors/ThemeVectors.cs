namespace Orleans.Personalize.Training.Vectors;

/// <summary>What each theme adds to the vectors of a title that nobody played.</summary>
/// <param name="Themes">Theme ids, ascending.</param>
/// <param name="Sources">float[themes x dimension].</param>
/// <param name="Targets">float[themes x dimension].</param>
internal sealed record ThemeVectors(ulong[] Themes, float[] Sources, float[] Targets)
{
    public static ThemeVectors None { get; } = new([], [], []);
}
