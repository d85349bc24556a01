using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>What is watched much right now, those before that suit the profile.</summary>
internal sealed class TrendingSource : IRowSource
{
    // Standard deviations of the profile's score that weigh as much as e times the plays.
    private const float PersonalShare = 0.35f;

    private static readonly RowId Id = new("trending");
    private static readonly Reason Why = new() { Kind = ReasonKind.Trending, Text = "Many people are watching this right now" };

    /// <inheritdoc/>
    public void Propose(PageContext context, List<RowCandidate> into)
    {
        var plays = context.Moment.Trend.Plays;
        var order = context.Workspace.Order;
        var rank = context.Workspace.Rank;
        for (var title = 0; title < order.Length; title++)
        {
            order[title] = title < plays.Length && plays[title] > 0
                ? MathF.Log(plays[title]) + (PersonalShare * rank[title])
                : float.NaN;
        }

        var trending = context.SelectRecommendable(order);
        if (trending.Length == 0) return;
        into.Add(new RowCandidate
        {
            Kind = RowKind.Trending,
            Id = Id,
            Heading = "Trending now",
            Reason = Why,
            Titles = trending,
            IsOrdered = true,
            Weight = context.Options.TrendingWeight,
        });
    }
}
