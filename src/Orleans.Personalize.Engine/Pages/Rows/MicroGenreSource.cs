using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>A few rows from a genre and a mood or decade, those that the profile likes best together.</summary>
internal sealed class MicroGenreSource : IRowSource
{
    // A narrower row has fewer good titles than its genre; it must be liked for being narrow to come before it.
    private const double Narrowness = 0.85;

    // Two rows of one genre or of one mood side by side would be one row told twice.
    private const int MostOfOneMark = 2;

    /// <inheritdoc/>
    public void Propose(PageContext context, List<RowCandidate> into)
    {
        var combinations = context.Basis.RowThemes.Combinations.AsSpan();
        var considered = Math.Min(combinations.Length, 8 * context.Options.MicroGenreRows);
        Span<int> best = stackalloc int[considered];
        Span<float> liking = stackalloc float[considered];
        var top = new TopTitles(best, liking);
        for (var i = 0; i < combinations.Length; i++)
        {
            // Where nothing is known, large rows lead.
            var size = 1e-4f * MathF.Log(combinations[i].Titles.Length);
            top.Offer(i, LikingOf(combinations[i], context) + size);
        }

        var count = top.Sort();
        var chosen = new List<ThemeCombination>(context.Options.MicroGenreRows);
        foreach (var i in best[..count])
        {
            if (chosen.Count == context.Options.MicroGenreRows) break;
            var row = combinations[i];
            if (chosen.Exists(other => other.Genre == row.Genre) || chosen.Count(other => other.Mark == row.Mark) >= MostOfOneMark) continue;
            chosen.Add(row);
            into.Add(CandidateOf(row, context));
        }
    }

    private static float LikingOf(ThemeCombination row, PageContext context) =>
        context.Workspace.Taste[row.Genre.Index] + context.Workspace.Taste[row.Mark.Index];

    private static RowCandidate CandidateOf(ThemeCombination row, PageContext context) => new()
    {
        Kind = RowKind.MicroGenre,
        Id = row.Id,
        Heading = row.Heading,
        Reason = context.Basis.Reasons.ForTheme(context.Likes(row.Mark) ? row.Mark : row.Genre, context),
        Titles = row.Titles,
        Weight = Narrowness * context.TasteWeight(LikingOf(row, context) / 2),
    };
}
