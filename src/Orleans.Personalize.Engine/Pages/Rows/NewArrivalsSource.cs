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
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
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

    private static ReadOnlyMemory<int> Order(PageContext context)
    {
        var order = context.Workspace.Order.AsSpan();
        order.Fill(float.NaN);
        var arrivals = context.Basis.Arrivals;
        var places = arrivals.Between(context.Now.AddDays(-context.Options.NewDays), context.Now);
        var found = arrivals.Titles(places);
        var times = arrivals.Times(places);
        var rank = context.Workspace.Rank;
        var (now, lasting) = (context.Now.UtcTicks, (float)(context.Options.NewDays * TimeSpan.TicksPerDay));
        for (var i = 0; i < found.Length; i++)
            order[found[i]] = rank[found[i]] + (FreshnessShare * (1 - ((now - times[i]) / lasting)));
        return context.SelectRecommendable(order);
    }
}
