using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>A row that has its place on the page.</summary>
/// <param name="Candidate">The row.</param>
/// <param name="Repeats">Whether it may repeat titles of other screens.</param>
internal sealed record PlacedRow(RowCandidate Candidate, bool Repeats)
{
    /// <summary>Its titles, best first.</summary>
    public List<int> Titles { get; } = [];

    /// <summary>Titles that rules pinned in it and that have not found their place yet, by place.</summary>
    public Queue<TitlePin> Pins { get; } = new();

    /// <summary>Why titles stand here that rules pinned.</summary>
    public Dictionary<int, Reason> Pinned { get; } = [];
}
