using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>
/// One row from what the profile searched for lately: what the latest searches found and it has not watched, and titles like one that was searched for
/// by name, which may be one that cannot be shown. The searches take turns, the latest first.
/// </summary>
internal sealed class FromSearchSource : IRowSource
{
    private const int Searches = 3;
    private const int TitlesOfSearch = 25;

    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
        var searches = context.RecentSearches;
        if (searches.IsEmpty) return;
        var lists = new List<(string Query, int[] Titles)>(Searches);
        foreach (var query in searches)
        {
            if (lists.Count == Searches) break;
            if (TitlesFor(query, context) is { Length: > 0 } titles) lists.Add((query, titles));
        }

        if (lists.Count == 0) return;
        into.Add(new RowCandidate
        {
            Kind = RowKind.FromSearch,
            Id = new RowId("from-searches"),
            Heading = "From your searches",
            Reason = SearchReasons.SearchedFor(lists[0].Query),
            Titles = InTurns(lists),
            IsOrdered = true,
            Weight = context.Options.FromSearchWeight,
        });
    }

    private static int[] TitlesFor(string query, PageContext context)
    {
        var finds = context.Basis.SearchMemo.Of(query);
        var titles = new int[TitlesOfSearch];
        var scores = new float[TitlesOfSearch];
        var top = new TopTitles(titles, scores);
        foreach (var title in finds.Titles)
        {
            if (context.Workspace.Recommendable.Contains(title)) top.Offer(title, context.Workspace.Rank[title]);
        }

        int[] found = titles[..top.Sort()];
        return finds.Named >= 0 && context.MayKnow(finds.Named) ? [.. found.Concat(Like(finds.Named, context)).Distinct().Take(TitlesOfSearch)] : found;
    }

    private static int[] Like(int source, PageContext context)
    {
        var neighbours = context.Basis.Neighbours.Of(source);
        var titles = new int[TitlesOfSearch];
        var top = new TopTitles(titles, new float[TitlesOfSearch]);
        for (var i = 0; i < neighbours.Titles.Length; i++)
        {
            if (context.Workspace.Recommendable.Contains(neighbours.Titles[i]))
                top.Offer(neighbours.Titles[i], context.SimilarForProfile(neighbours.Similarity[i], neighbours.Titles[i]));
        }

        return titles[..top.Sort()];
    }

    private static int[] InTurns(List<(string Query, int[] Titles)> lists)
    {
        var titles = new List<int>();
        for (var place = 0; place < lists.Max(list => list.Titles.Length); place++)
        {
            foreach (var (_, list) in lists)
            {
                if (place < list.Length && !titles.Contains(list[place])) titles.Add(list[place]);
            }
        }

        return [.. titles];
    }
}
