using System.Collections.Immutable;
using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Engine.Survey;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Answers;

/// <summary>Answers a request for a taste survey: which titles a profile is asked to judge.</summary>
internal static class SurveyQuestions
{
    private static readonly Reason Known = new() { Kind = ReasonKind.Explore, Text = "Tells what you like" };

    /// <summary>The titles to ask about, the most telling first; none that the profile knows.</summary>
    public static RecommendationList Ask(PageContext context, RecommendationRequest request)
    {
        var writer = new CardWriter(context, request.Explain);
        var cards = ImmutableArray.CreateBuilder<Card>(request.Count);
        foreach (var title in Choose(context, request.Count)) cards.Add(writer.Write(title, Known));
        return new RecommendationList
        {
            Profile = request.Profile,
            ModelVersion = context.Basis.Scorer.Model.Info.Version,
            Cards = cards.ToImmutable(),
        };
    }

    private static List<int> Choose(PageContext context, int count)
    {
        var choice = new SurveyChoice(context.Basis.Survey);
        var known = new HashSet<int>();
        foreach (var visit in context.History)
        {
            if (known.Add(visit.Title)) choice.Answered(visit.Title);
        }

        var titles = new List<int>(count);
        while (titles.Count < count && choice.Next(Probability) is >= 0 and var title) titles.Add(title);

        // A small catalogue, or one of which the profile may see little, is asked about whole.
        foreach (var title in context.SelectRecommendable(context.Workspace.Rank).Span)
        {
            if (titles.Count == count) break;
            if (!known.Contains(title) && !titles.Contains(title)) titles.Add(title);
        }

        return titles;

        float Probability(int title) =>
            context.Workspace.Recommendable.Contains(title) && !known.Contains(title)
                ? context.Basis.Scorer.MatchScore(title, context.Workspace.Scores)
                : -1;
    }
}
