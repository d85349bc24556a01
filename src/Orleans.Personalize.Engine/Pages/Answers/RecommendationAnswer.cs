using System.Collections.Immutable;
using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Answers;

/// <summary>Answers a request for a flat list: the titles of the highest scores.</summary>
internal static class RecommendationAnswer
{
    /// <summary>Ranks the titles.</summary>
    public static RecommendationList Rank(PageContext context, RecommendationRequest request)
    {
        var rules = ActiveRules.Apply(context, request.Device, hasRows: false);
        var writer = new CardWriter(context, request.Explain, rules);
        var pins = new Queue<TitlePin>(rules.Pins);
        foreach (var pin in pins) context.Workspace.Recommendable.Remove(pin.Title);
        var titles = PageContext.Select(context.Workspace.Recommendable, context.Workspace.Rank, request.Count);
        var cards = ImmutableArray.CreateBuilder<Card>(request.Count);
        foreach (var title in titles)
        {
            AddPinned(cards, pins, writer, request.Count, isAtEnd: false);
            if (cards.Count < request.Count) cards.Add(writer.Write(title, PersonalReasons.For(title, context)));
        }

        AddPinned(cards, pins, writer, request.Count, isAtEnd: true);
        return new RecommendationList
        {
            Profile = request.Profile,
            ModelVersion = context.Basis.Scorer.Model.Info.Version,
            Cards = cards.DrainToImmutable(),
            Experiments = context.Arms,
        };
    }

    private static void AddPinned(ImmutableArray<Card>.Builder cards, Queue<TitlePin> pins, CardWriter writer, int most, bool isAtEnd)
    {
        while (cards.Count < most && pins.TryPeek(out var pin) && (isAtEnd || pin.Column <= cards.Count))
            cards.Add(writer.Write(pins.Dequeue().Title, ActiveRules.ReasonOf(pin.Rule)));
    }
}
