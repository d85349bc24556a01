using System.Collections.Immutable;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Search;

/// <summary>Orders what was found for one profile: how well it matches, how well it suits the profile, how popular it is, what others opened.</summary>
/// <param name="context">For whom and when.</param>
/// <param name="openings">How often titles were opened after the same search.</param>
/// <param name="kind">Films or series only; both where null.</param>
internal sealed class Ranking(PageContext context, ImmutableArray<(int Title, float Count)> openings, TitleKind? kind)
{
    // What a match is taken for before it is looked at, by the narrowest field that has the words.
    private static readonly float[] ExpectedQuality = [0, 0.12f, 0.35f, 0.5f, 0.65f, 0.65f];

    // A title that others opened after the same search, without a word in common.
    private const float OpenedQuality = 0.2f;

    private readonly SearchOptions _options = context.Basis.Search.Options;

    /// <summary>Whether a title may be among the results.</summary>
    public bool Allows(int title) => context.Workspace.Visible.Contains(title) && (kind is null || context.Catalog[title]!.Kind == kind);

    /// <summary>The results in their order.</summary>
    public List<RankedMatch> Order(Retrieval retrieval, TitleMatcher matcher)
    {
        var titles = new int[_options.Refined];
        var scores = new float[_options.Refined];
        var top = new TopTitles(titles, scores);
        foreach (var title in retrieval.Found)
        {
            if (Allows(title)) top.Offer(title, (float)ScoreOf(title, ExpectedQuality[retrieval.FieldOf(title)]));
        }

        var ranked = new List<RankedMatch>(titles.Length);
        var count = top.Sort();
        foreach (var title in titles.AsSpan(0, count))
        {
            var match = matcher.Match(title, inStory: retrieval.FieldOf(title) is Retrieval.InStory or Retrieval.InAny);
            if (match.Quality <= 0) continue;
            ranked.Add(new RankedMatch(title, ScoreOf(title, match.Quality), match));
        }

        AddOpened(ranked);
        ranked.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Title.CompareTo(b.Title));
        return ranked;
    }

    private void AddOpened(List<RankedMatch> ranked)
    {
        foreach (var (title, count) in openings)
        {
            if (count < _options.FewestOpenings || context.Catalog[title] is null || !Allows(title) || ranked.Exists(match => match.Title == title)) continue;
            ranked.Add(new RankedMatch(title, ScoreOf(title, OpenedQuality), new TitleMatch(OpenedQuality, MatchedBy.Openings)));
        }
    }

    private double ScoreOf(int title, float quality)
    {
        var rank = context.Workspace.Rank[title];
        var popularity = context.Workspace.Scores.Part(ScorePartKind.Popularity)[title];
        return (_options.TextWeight * Math.Log(quality))
            + (_options.PersonalWeight * (float.IsFinite(rank) ? Math.Clamp(rank, -2, 2) : -2))
            + (_options.PopularityWeight * (float.IsFinite(popularity) ? Math.Clamp(popularity, -1, 3) : -1))
            + (_options.OpenedWeight * Math.Log(1 + OpenedOf(title)));
    }

    private float OpenedOf(int title)
    {
        foreach (var (opened, count) in openings)
        {
            if (opened == title) return count;
        }

        return 0;
    }
}
