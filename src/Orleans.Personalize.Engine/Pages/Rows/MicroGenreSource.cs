using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>A few rows from a genre and a mood or decade, those that the profile likes best together.</summary>
internal sealed class MicroGenreSource : IRowSource
{
    // A narrower row has fewer good titles than its genre; it must be liked for being narrow to come before it.
    private const double Narrowness = 0.85;

    /// <inheritdoc/>
    public void Propose(PageContext context, List<RowCandidate> into)
    {
        var combinations = context.Basis.RowThemes.Combinations.AsSpan();
        if (combinations.Length == 0) return;
        var most = Math.Min(context.Options.MicroGenreRows, combinations.Length);
        Span<int> chosen = stackalloc int[most];
        Span<float> liking = stackalloc float[most];
        var top = new TopTitles(chosen, liking);
        var taste = context.Workspace.Taste;
        for (var i = 0; i < combinations.Length; i++)
        {
            // Where nothing is known, large rows lead.
            var size = 1e-4f * MathF.Log(combinations[i].Titles.Length);
            top.Offer(i, taste[combinations[i].Genre.Index] + taste[combinations[i].Mark.Index] + size);
        }

        var count = top.Sort();
        foreach (var i in chosen[..count])
        {
            var row = combinations[i];
            var both = taste[row.Genre.Index] + taste[row.Mark.Index];
            into.Add(new RowCandidate
            {
                Kind = RowKind.MicroGenre,
                Id = row.Id,
                Heading = row.Heading,
                Reason = context.Likes(row.Mark) ? context.Basis.Reasons.LikedTheme(row.Mark)
                    : context.Likes(row.Genre) ? context.Basis.Reasons.LikedTheme(row.Genre)
                    : context.Basis.Reasons.PopularTheme(row.Genre),
                Titles = row.Titles,
                Weight = Narrowness * context.TasteWeight(both / 2),
            });
        }
    }
}
