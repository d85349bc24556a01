using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>
/// Away from the usual, on purpose: titles unlike what the profile watches, of which little is known for it, that promise most by all else; not
/// those that it was shown often and passed over. What is learnt there no other row would teach.
/// </summary>
internal sealed class ExploreSource : IRowSource
{
    // Standard deviations of likeness to the history below which a title counts as away from the usual.
    private const float Unlike = -0.4f;

    // Tired of it beyond this, the profile has had its chance to explore the title.
    private const float SeenOften = 0.35f;

    private static readonly RowId Id = new("explore");

    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
        if (context.IsCold) return;
        var order = Order(context);
        if (order.Length < context.Options.MinimumTitles) return;
        into.Add(new RowCandidate
        {
            Kind = RowKind.Explore,
            Id = Id,
            Heading = "Something different",
            Reason = Reasons.Explore,
            Titles = order,
            IsOrdered = true,
            IsDiscovery = true,
            Weight = context.Options.ExploreWeight,
        });
    }

    private static ReadOnlyMemory<int> Order(PageContext context)
    {
        var order = context.Workspace.Order.AsSpan();
        var likeness = context.Workspace.Scores.Part(ScorePartKind.Content);
        TensorPrimitives.MultiplyAdd(likeness, -context.Workspace.Scores.Weights[(int)ScorePartKind.Content] / context.Deviation, context.Workspace.Rank, order);
        PageContext.LeaveOut(order, likeness, Unlike);
        PageContext.LeaveOut(order, context.Workspace.Fatigue, SeenOften);
        return context.SelectRecommendable(order);
    }
}
