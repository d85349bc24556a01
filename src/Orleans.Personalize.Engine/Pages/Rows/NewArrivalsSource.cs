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
        var order = context.Workspace.Order;
        var rank = context.Workspace.Rank;
        order.AsSpan().Fill(float.NaN);
        foreach (var (title, added) in context.Basis.Arrivals.Since(context.Now.AddDays(-context.Options.NewDays), context.Now))
        {
            var age = (float)((context.Now - added).TotalDays / context.Options.NewDays);
            order[title] = rank[title] + (FreshnessShare * (1 - age));
        }

        var arrivals = context.SelectRecommendable(order);
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
}
