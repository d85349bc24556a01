using System.Collections.Immutable;
using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Pages.Answers;

/// <summary>Answers a request for titles similar to one: by similarity, reordered by the profile's own taste.</summary>
internal static class SimilarAnswer
{
    /// <summary>Ranks the titles.</summary>
    /// <param name="context">For whom and when.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="number">Number of the title that others are to be similar to.</param>
    public static SimilarList Rank(PageContext context, SimilarRequest request, int number)
    {
        var source = context.Catalog[number]!;
        var order = context.Workspace.Order;
        context.Basis.Scorer.Similarity(number, order);
        order[number] = 0;
        for (var title = 0; title < order.Length; title++)
            order[title] = order[title] > 0 ? context.SimilarForProfile(order[title], title) : float.NaN;
        var titles = PageContext.Select(context.Workspace.Recommendable, order, request.Count);
        var writer = new CardWriter(context, explain: false);
        var reason = ReasonOf(source);
        var cards = ImmutableArray.CreateBuilder<Card>(titles.Length);
        foreach (var title in titles) cards.Add(writer.Write(title, reason));
        return new SimilarList { Profile = request.Profile, Title = source.Id, Cards = cards.MoveToImmutable() };
    }

    /// <summary>Why a title stands among those similar to one.</summary>
    public static Reason ReasonOf(Title source) => new() { Kind = ReasonKind.LikeTitle, Text = $"Similar to {source.Name}", Title = source.Id };
}
