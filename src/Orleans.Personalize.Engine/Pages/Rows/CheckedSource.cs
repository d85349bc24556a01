namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>
/// Passes on the rows that another source proposes, less what must not stand on a page whoever proposes it: titles that the profile may not see or that
/// are not worth recommending to it, and rows whose id another row has.
/// </summary>
/// <param name="source">The other source.</param>
internal sealed class CheckedSource(IRowSource source) : IRowSource
{
    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var proposed = new List<RowCandidate>();
        source.Propose(page, proposed);
        foreach (var row in proposed)
        {
            Check(row);
            if (into.Any(other => other.Id == row.Id)) continue;
            row.Titles = Passing(row, page);
            into.Add(row);
        }
    }

    private void Check(RowCandidate row)
    {
        if (!RowId.TryParse(row.Id.Value, provider: null, out _)) throw Wrong($"the id '{row.Id}'");
        if (string.IsNullOrWhiteSpace(row.Heading)) throw Wrong($"no heading for '{row.Id}'");
        if (!(row.Weight > 0) || !double.IsFinite(row.Weight)) throw Wrong($"the weight {row.Weight} for '{row.Id}'");
    }

    private static int[] Passing(RowCandidate row, PageView page)
    {
        var titles = row.Titles.Span;
        var passing = new List<int>(titles.Length);
        foreach (var title in titles)
        {
            if (row.IsOwn ? page.MayShow(title) : page.MayRecommend(title)) passing.Add(title);
        }

        return [.. row.IsOrdered ? passing.Distinct() : passing];
    }

    private InvalidOperationException Wrong(string what) => new($"The row source {source.GetType()} proposed {what}.");
}
