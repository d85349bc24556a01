using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>What those of like taste choose more than everybody, and what of it is watched now, those before that suit the profile.</summary>
internal sealed class CommunitySource : IRowSource
{
    private const float PersonalShare = 0.35f;
    private const float LiftShare = 2;
    private const float PopularShare = 0.25f;

    // Titles worked on at once, which stay in the fastest cache.
    private const int Block = 1024;

    // A profile of fewer choices belongs to no community in particular.
    private const int LeastChoices = 3;

    private static readonly RowId Id = new("popular-with-members-like-you");

    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
        var communities = context.Basis.Communities;
        if (communities.Communities.Count == 0 || context.IsCold || context.History.Length < LeastChoices)
            return;
        var membership = context.Workspace.Scores.Membership(communities.Communities.Count);
        into.Add(new RowCandidate
        {
            Kind = RowKind.Community,
            Id = Id,
            Heading = "Popular with members like you",
            Reason = context.Basis.Reasons.PopularInCommunity(TensorPrimitives.IndexOfMax<float>(membership), communities),
            Titles = Order(context),
            IsOrdered = true,
            Weight = context.Options.CommunityWeight,
        });
    }

    // By the logarithms of how often everybody chooses a title and how much more often the profile's communities do.
    private static ReadOnlyMemory<int> Order(PageContext context)
    {
        var order = context.Workspace.Order.AsSpan();
        var scores = context.Workspace.Scores;
        for (var start = 0; start < order.Length; start += Block)
        {
            var block = order[start..Math.Min(start + Block, order.Length)];
            var lifts = scores.Part(ScorePartKind.Community).Slice(start, block.Length);
            TensorPrimitives.Add(scores.Part(ScorePartKind.Popularity).Slice(start, block.Length), scores.Part(ScorePartKind.Trend).Slice(start, block.Length), block);
            TensorPrimitives.Multiply(block, PopularShare, block);
            TensorPrimitives.MultiplyAdd(context.Workspace.Rank.AsSpan(start, block.Length), PersonalShare, block, block);
            TensorPrimitives.MultiplyAdd(lifts, LiftShare, block, block);
            context.Tire(block, start, PersonalShare);
            PageContext.LeaveOutUnless(block, lifts);
        }

        return context.SelectRecommendable(order);
    }
}
