using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>What is watched much right now, those before that suit the profile.</summary>
internal sealed class TrendingSource : IRowSource
{
    private const float PersonalShare = 0.35f;

    private static readonly RowId Id = new("trending");

    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
        into.Add(new RowCandidate
        {
            Kind = RowKind.Trending,
            Id = Id,
            Heading = "Trending now",
            Reason = Reasons.Trending,
            Titles = context.Basis.OrderOf(context.Moment.Trend.Plays).Select(context, PersonalShare),
            IsOrdered = true,
            Weight = context.Options.TrendingWeight * (context.IsCold ? context.Options.NewcomerTrendingWeight : 1),
        });
    }
}
