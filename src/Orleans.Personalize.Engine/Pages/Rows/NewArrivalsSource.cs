using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>What came to the service lately, those before that suit the profile.</summary>
internal sealed class NewArrivalsSource : IRowSource
{
    // Standard deviations of score by which a title of today leads one about to stop being new.
    private const float FreshnessShare = 1;

    private static readonly RowId Id = new("new-arrivals");

    /// <inheritdoc/>
    public void Propose(PageContext context, List<RowCandidate> into)
    {
        var arrivals = Order(context);
        if (arrivals.Length == 0) return;
        into.Add(new RowCandidate
        {
            Kind = RowKind.NewArrivals,
            Id = Id,
            Heading = "New on the service",
            Reason = Reasons.New,
            Titles = arrivals,
            IsOrdered = true,
            Weight = context.Options.NewArrivalsWeight,
        });
    }

    private static int[] Order(PageContext context)
    {
        Span<int> titles = stackalloc int[PageContext.LongestOrder];
        Span<float> scores = stackalloc float[PageContext.LongestOrder];
        var top = new TopTitles(titles, scores);
        foreach (var title in context.Basis.Arrivals.Between(context.Now.AddDays(-context.Options.NewDays), context.Now))
        {
            if (!context.Workspace.Recommendable.Contains(title)) continue;
            var age = (float)((context.Now - context.Catalog[title]!.AddedAt!.Value).TotalDays / context.Options.NewDays);
            top.Offer(title, context.Workspace.Rank[title] + (FreshnessShare * (1 - age)));
        }

        return titles[..top.Sort()].ToArray();
    }
}
