using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>What the profile finished some time ago and liked.</summary>
internal sealed class WatchAgainSource : IRowSource
{
    // Strength from which something finished counts as liked.
    private const float Liked = 0.6f;

    private static readonly RowId Id = new("watch-again");
    private static readonly Reason Why = new() { Kind = ReasonKind.TasteMatch, Text = "You finished and liked this" };

    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
        var order = context.Workspace.Order;
        order.AsSpan().Fill(float.NaN);
        var latest = Interaction.ToSeconds(context.Now.AddDays(-context.Options.WatchAgainDays));
        var any = false;
        foreach (var visit in context.History)
        {
            if ((uint)visit.Title >= (uint)order.Length || visit.Progress != WatchedTo.Finished) continue;
            var thumb = context.ThumbOf(visit.Title);
            var isLiked = visit.Seconds <= latest && thumb != Thumb.Down && (visit.Strength >= Liked || thumb is Thumb.Up or Thumb.TwoUp);
            order[visit.Title] = isLiked ? visit.Strength + (thumb == Thumb.TwoUp ? 1 : 0) : float.NaN;
            any |= isLiked;
        }

        if (!any) return;
        into.Add(new RowCandidate
        {
            Kind = RowKind.WatchAgain,
            Id = Id,
            Heading = "Watch again",
            Reason = Why,
            Titles = context.SelectVisible(order),
            IsOrdered = true,
            Weight = context.Options.WatchAgainWeight,
        });
    }
}
