using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>What those of like taste choose more than everybody, and what of it is watched now, those before that suit the profile.</summary>
internal sealed class CommunitySource : IRowSource
{
    private const float PersonalShare = 0.35f;
    private const float LiftShare = 2;

    // A profile of fewer choices belongs to no community in particular.
    private const int LeastChoices = 3;

    private static readonly RowId Id = new("popular-with-members-like-you");

    /// <inheritdoc/>
    public void Propose(PageContext context, List<RowCandidate> into)
    {
        var communities = context.Basis.Communities;
        if (communities.Communities.Count == 0 || context.IsCold || context.History.Length < LeastChoices)
            return;
        Span<float> membership = stackalloc float[communities.Communities.Count];
        Membership(context, communities, membership);
        into.Add(new RowCandidate
        {
            Kind = RowKind.Community,
            Id = Id,
            Heading = "Popular with members like you",
            Reason = context.Basis.Reasons.PopularInCommunity(TensorPrimitives.IndexOfMax<float>(membership), communities),
            Titles = Order(context, communities, membership),
            IsOrdered = true,
            Weight = context.Options.CommunityWeight,
        });
    }

    private static void Membership(PageContext context, CommunityIndex communities, Span<float> membership)
    {
        Span<Interaction> history = stackalloc Interaction[context.History.Length];
        for (var i = 0; i < history.Length; i++)
            history[i] = new Interaction(context.History[i].Title, context.History[i].Seconds, context.History[i].Strength);
        communities.Membership(history, membership);
    }

    // By the standardized logarithms of how often everybody chooses a title and how much more often the profile's communities do.
    private static int[] Order(PageContext context, CommunityIndex communities, ReadOnlySpan<float> membership)
    {
        var order = context.Workspace.Order.AsSpan();
        communities.Lift(membership, order);
        TensorPrimitives.Log(order, order);
        var popularity = context.Workspace.Scores.Part(ScorePartKind.Popularity);
        var trend = context.Workspace.Scores.Part(ScorePartKind.Trend);
        for (var title = 0; title < order.Length; title++)
            order[title] = order[title] > 0 ? (LiftShare * order[title]) + (0.25f * (popularity[title] + trend[title])) + (PersonalShare * context.Workspace.Rank[title]) : float.NaN;
        return context.SelectRecommendable(order);
    }
}
