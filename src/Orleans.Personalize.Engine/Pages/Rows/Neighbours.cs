namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>The titles most similar to one title.</summary>
/// <param name="Titles">Their numbers, most similar first.</param>
/// <param name="Similarity">float[Titles.Length] in (0,1], beside them.</param>
internal sealed record Neighbours(int[] Titles, float[] Similarity)
{
    /// <summary>How many of the first neighbours are so close that two rows about both would be one row twice.</summary>
    private const int Closest = 20;

    /// <summary>Whether a title is among the closest.</summary>
    public bool AreCloseTo(int title) => Titles.AsSpan(0, Math.Min(Closest, Titles.Length)).Contains(title);
}
