namespace Orleans.Personalize.Engine.Search;

/// <summary>What a search found in the catalogue, whoever made it.</summary>
/// <param name="Titles">Numbers of titles whose names, people or marks have the words.</param>
/// <param name="Named">Number of the title that was meant by its name; -1 for none.</param>
internal sealed record SearchFinds(int[] Titles, int Named)
{
    /// <summary>Nothing.</summary>
    public static SearchFinds None { get; } = new([], -1);
}
