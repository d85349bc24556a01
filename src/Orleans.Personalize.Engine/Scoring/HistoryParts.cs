namespace Orleans.Personalize.Engine.Scoring;

/// <summary>What of a scorer sums up histories, as <see cref="HistorySums"/> keep it.</summary>
/// <param name="rows">The sums over titles.</param>
/// <param name="vectors">The vectors that histories are folded into.</param>
internal sealed class HistoryParts(IHistoryRows[] rows, CatalogVectors vectors)
{
    // What is kept for one profile besides: its history, and the objects themselves.
    private const long Besides = 8 << 10;

    /// <summary>The sums over titles.</summary>
    public IHistoryRows[] Rows => rows;

    /// <summary>The vectors.</summary>
    public CatalogVectors Vectors => vectors;

    /// <summary>Memory that the sums of one profile take, in bytes.</summary>
    public long Bytes => (rows.Sum(row => (long)row.Length) * sizeof(float)) + (((long)vectors.Dimension + 1) * vectors.Dimension * sizeof(float)) + Besides;
}
