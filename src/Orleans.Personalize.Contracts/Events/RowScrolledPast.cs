namespace Orleans.Personalize.Events;

/// <summary>The profile saw a row and went on without touching it: not this theme.</summary>
[GenerateSerializer, Immutable, Alias("op.RowScrolledPast")]
public sealed record RowScrolledPast : ProfileEvent
{
    /// <summary>The row that was passed.</summary>
    [Id(0)]
    public required RowId Row { get; init; }

    /// <summary>The page it stood on.</summary>
    [Id(1)]
    public PageId? Page { get; init; }

    /// <summary>Zero-based place of the row on the page.</summary>
    [Id(2)]
    public int? RowIndex { get; init; }
}
