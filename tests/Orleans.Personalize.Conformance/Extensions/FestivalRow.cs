using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Conformance.Extensions;

/// <summary>A row of the films that ran at this year's festival, the newest first, while they are to be seen.</summary>
public sealed class FestivalRow : IRowSource
{
    private static readonly RowId Id = new("festival");
    private static readonly Reason Why = new() { Kind = ReasonKind.Editorial, Text = "They ran at the festival" };

    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        // What the profile may not see, or has seen, is taken out by the engine; where nothing is left, there is no row.
        var newestFirst = page.TitlesThat("tag:festival").ToArray();
        Array.Sort(newestFirst, (one, other) => (page.Catalog[other]!.Year ?? 0).CompareTo(page.Catalog[one]!.Year ?? 0));
        into.Add(new RowCandidate
        {
            Id = Id,
            Heading = $"From the festival, {page.Settings.Name}",
            Reason = Why,
            Titles = newestFirst,
            IsOrdered = true,
            Weight = 1.5,
        });
    }
}
