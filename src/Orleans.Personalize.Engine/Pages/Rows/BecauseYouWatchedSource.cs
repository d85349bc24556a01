using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>A row like each of a few titles that the profile watched lately and liked, no two of them alike.</summary>
internal sealed class BecauseYouWatchedSource : IRowSource
{
    // What an older source counts of a newer one.
    private const double Ageing = 0.94;

    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
        var sources = new List<Neighbours>();
        foreach (var source in context.Liked)
        {
            if (sources.Count == context.Options.BecauseRows) return;
            if (context.Catalog[source.Title] is not { } title || sources.Exists(other => other.AreCloseTo(source.Title))) continue;
            var neighbours = context.Basis.Neighbours.Of(source.Title);
            var similar = SimilarFor(context, neighbours);
            if (similar.Length < context.Options.MinimumTitles) continue;
            var reason = context.Basis.Reasons.LikeTitle(title, source);
            into.Add(new RowCandidate
            {
                Kind = RowKind.BecauseYouWatched,
                Id = new RowId($"because:{title.Id}"),
                Heading = reason.Text,
                Reason = reason,
                Titles = similar,
                IsOrdered = true,
                Weight = context.Options.BecauseWeight * Math.Pow(Ageing, sources.Count),
            });
            sources.Add(neighbours);
        }
    }

    /// <summary>Neighbours of a title that may be recommended, in the profile's own order.</summary>
    public static ReadOnlyMemory<int> SimilarFor(PageContext context, Neighbours neighbours)
    {
        Span<int> titles = stackalloc int[neighbours.Titles.Length];
        Span<float> scores = stackalloc float[titles.Length];
        var count = 0;
        for (var i = 0; i < titles.Length; i++)
        {
            var title = neighbours.Titles[i];
            if (!context.Workspace.Recommendable.Contains(title)) continue;
            scores[count] = (1 - context.Workspace.Fatigue[title]) * context.SimilarForProfile(neighbours.Similarity[i], title);
            titles[count++] = title;
        }

        BestTitles.Sort(titles[..count], scores);
        return context.Workspace.Numbers.Keep(titles[..count]);
    }
}
