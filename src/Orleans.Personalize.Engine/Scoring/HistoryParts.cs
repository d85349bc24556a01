namespace Orleans.Personalize.Engine.Scoring;

/// <summary>What of a scorer sums up histories, as <see cref="HistorySums"/> keep it.</summary>
/// <param name="itemItem">The item-item rows of each scale, at the first places.</param>
/// <param name="content">The themes.</param>
/// <param name="judgements">The judgements.</param>
/// <param name="communities">The communities.</param>
/// <param name="vectors">The vectors that histories are folded into.</param>
internal sealed class HistoryParts(
    ItemItemRows[] itemItem, ContentScorer content, JudgementRows judgements, CommunityRows communities, CatalogVectors vectors)
{
    // What is kept for one profile besides: its history, and the objects themselves.
    private const long Besides = 8 << 10;

    /// <summary>The sums.</summary>
    public IHistoryRows[] Rows { get; } = [.. itemItem, content, judgements, communities];

    /// <summary>The place of the sum over themes.</summary>
    public int Content => itemItem.Length;

    /// <summary>The place of the sum over judgements.</summary>
    public int Judgements => itemItem.Length + 1;

    /// <summary>The place of the sum over communities.</summary>
    public int Communities => itemItem.Length + 2;

    /// <summary>The vectors.</summary>
    public CatalogVectors Vectors => vectors;

    /// <summary>Memory that the sums of one profile take, in bytes.</summary>
    public long Bytes => (Rows.Sum(row => (long)row.Length) * sizeof(float)) + (((long)vectors.Dimension + 1) * vectors.Dimension * sizeof(float)) + Besides;
}
