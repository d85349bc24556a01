using System.Collections.Immutable;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Search;

namespace Orleans.Personalize.Engine.Search;

/// <summary>Answers a search.</summary>
internal static class SearchAnswer
{
    /// <summary>Finds and orders.</summary>
    /// <param name="context">For whom and when.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="openings">How often titles were opened after the same search.</param>
    public static SearchResults Find(PageContext context, SearchRequest request, ImmutableArray<(int Title, float Count)> openings)
    {
        var basis = context.Basis.Search;
        var search = SearchWords.Read(request.Query);
        var ranking = new Ranking(context, openings, request.Kind);
        if (search.Words.IsEmpty) return Picks(context, ranking, request, []);

        using var retrieval = new Retrieval(basis);
        var words = search.Choices(request.Query);
        retrieval.Find(search, words);
        var matcher = new TitleMatcher(basis, search, words);
        var found = ranking.Order(retrieval, matcher);
        var isRelated = false;
        if (IsTooLittle(found) && search.InEitherNumber(words) is var numbers && numbers != words) Look(numbers);
        var numbered = words;
        if (IsTooLittle(found) && search.WithRelated(words) is var related && related != words)
        {
            // What is known by another word is not mistyped.
            isRelated = found.Count == 0;
            Look(related);
        }

        if (IsTooLittle(found) && (found.Count == 0 || words == numbered))
        {
            isRelated = false;
            retrieval.FindJoined(search);
            Look(search.Forgiving(words, basis.Index.Vocabulary, basis.Options.Corrections));
        }

        var suggestions = Suggestions.For(context, search, words, found);
        var unavailable = RelatedTitles.Unavailable(
            context, retrieval, matcher, search, found.Count > 0 ? TitleMatch.ExactName : TitleMatch.PartOfName);
        var subject = request.Query.Trim();
        var cards = found.Take(request.Count).Select(match => (match.Title, ReasonOf(match))).ToList();
        var outcome = found.Count > 0 && !isRelated ? SearchOutcome.Found : SearchOutcome.Related;
        if (unavailable is not null && cards.Count < request.Count)
        {
            if (found.Count == 0) subject = unavailable.Name;
            var shown = cards.Select(card => card.Title).ToHashSet();
            cards.AddRange(RelatedTitles.Like(context, ranking, unavailable, request.Count).Where(card => shown.Add(card.Title)).Take(request.Count - cards.Count));
        }

        if (cards.Count == 0) cards = RelatedTitles.ByWords(context, ranking, search, words, request.Count);
        return cards.Count == 0
            ? Picks(context, ranking, request, suggestions)
            : Write(context, request, outcome, outcome == SearchOutcome.Found ? $"Results for “{subject}”" : $"Titles related to “{subject}”", cards, suggestions);

        bool IsTooLittle(List<RankedMatch> found) =>
            found.Count < basis.Options.EnoughFound && search.MayBeMistyped && !(search.Words.Length > 1 && found.Exists(match => match.Match.BeginsName));

        void Look(ImmutableArray<ImmutableArray<WordChoice>> further)
        {
            words = further;
            retrieval.Find(search, words);
            matcher = new TitleMatcher(basis, search, words);
            found = ranking.Order(retrieval, matcher);
        }

        Reason ReasonOf(in RankedMatch match)
        {
            if (!isRelated || match.Match.By == MatchedBy.Openings) return MatchWording.ReasonOf(basis, match.Title, match.Match);
            return match.Match.By is MatchedBy.Name or MatchedBy.Together ? SearchReasons.RelatedTo(subject) : MatchWording.ReasonOf(basis, match.Title, match.Match) with { Kind = ReasonKind.SearchRelated };
        }
    }

    private static SearchResults Picks(PageContext context, Ranking ranking, SearchRequest request, ImmutableArray<SearchSuggestion> suggestions)
    {
        var picks = new List<(int, Reason)>();
        foreach (var title in context.SelectRecommendable(context.Workspace.Rank).Span)
        {
            if (picks.Count == request.Count) break;
            if (ranking.Allows(title)) picks.Add((title, PersonalReasons.For(title, context)));
        }

        return Write(context, request, SearchOutcome.Nothing, $"Nothing found for “{request.Query.Trim()}”. Top picks for you", picks, suggestions);
    }

    private static SearchResults Write(
        PageContext context,
        SearchRequest request,
        SearchOutcome outcome,
        string heading,
        List<(int Title, Reason Reason)> titles,
        ImmutableArray<SearchSuggestion> suggestions)
    {
        var writer = new CardWriter(context, explain: false);
        return new SearchResults
        {
            Profile = request.Profile,
            Query = request.Query,
            Outcome = outcome,
            Heading = heading,
            Cards = [.. titles.Select(title => writer.Write(title.Title, title.Reason))],
            Suggestions = suggestions,
            ModelVersion = context.Basis.Scorer.Model.Info.Version,
        };
    }
}
