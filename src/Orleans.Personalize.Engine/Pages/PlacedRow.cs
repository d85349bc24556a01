using Orleans.Personalize.Engine.Pages.Rows;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>A row that has its place on the page.</summary>
/// <param name="Candidate">The row.</param>
/// <param name="Repeats">Whether it may repeat titles of other screens.</param>
internal sealed record PlacedRow(RowCandidate Candidate, bool Repeats)
{
    /// <summary>Its titles, best first.</summary>
    public List<int> Titles { get; } = [];
}
