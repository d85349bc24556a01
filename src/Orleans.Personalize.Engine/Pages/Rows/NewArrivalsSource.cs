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
        Span<int> titles = stackalloc int[PageContext.LongestOrder];
        Span<float> scores = stackalloc float[PageContext.LongestOrder];
        var top = new TopTitles(titles, scores);
        var arrivals = context.Basis.Arrivals;
        var places = arrivals.Between(context.Now.AddDays(-context.Options.NewDays), context.Now);
        var found = arrivals.Titles(places);
        var times = arrivals.Times(places);

        // The newest first: those that come after them seldom have a place.
        for (var i = found.Length - 1; i >= 0; i--)
        {
            var rank = context.Workspace.Rank[found[i]];

            // One of today would have no place either.
            if (!context.Workspace.Recommendable.Contains(found[i]) || rank + FreshnessShare < top.Floor) continue;
            var age = (float)((context.Now - times[i]).TotalDays / context.Options.NewDays);
            top.Offer(found[i], rank + (FreshnessShare * (1 - age)));
        }

        return context.Workspace.Numbers.Keep(titles[..top.Sort()]);
    }
}
