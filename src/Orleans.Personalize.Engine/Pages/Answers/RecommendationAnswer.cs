using System.Collections.Immutable;
using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Answers;

/// <summary>Answers a request for a flat list: the titles of the highest scores.</summary>
internal static class RecommendationAnswer
{
    /// <summary>Ranks the titles.</summary>
    public static RecommendationList Rank(PageContext context, RecommendationRequest request)
    {
        var titles = PageContext.Select(context.Workspace.Recommendable, context.Workspace.Rank, request.Count);
        var writer = new CardWriter(context, request.Explain);
        var cards = ImmutableArray.CreateBuilder<Card>(titles.Length);
        foreach (var title in titles) cards.Add(writer.Write(title, PersonalReasons.For(title, context)));
        return new RecommendationList
        {
            Profile = request.Profile,
            ModelVersion = context.Basis.Scorer.Model.Info.Version,
            Cards = cards.MoveToImmutable(),
        };
    }
}
