using System.Numerics.Tensors;
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
        var order = context.Workspace.Order;
        var plays = context.Moment.Trend.Plays.AsSpan();
        plays = plays[..Math.Min(plays.Length, order.Length)];
        TensorPrimitives.Log(plays, order);
        TensorPrimitives.MultiplyAdd(context.Workspace.Rank.AsSpan(0, plays.Length), PersonalShare, order.AsSpan(0, plays.Length), order);
        for (var title = 0; title < plays.Length; title++)
        {
            if (!(plays[title] > 0)) order[title] = float.NaN;
        }

        order.AsSpan(plays.Length).Fill(float.NaN);
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
