namespace Orleans.Personalize.Events;

/// <summary>The profile moved along a row: this theme, but not the titles it went past.</summary>
[GenerateSerializer, Immutable, Alias("op.RowScrolledAlong")]
public sealed record RowScrolledAlong : ProfileEvent
{
    /// <summary>The row that was followed.</summary>
    [Id(0)]
    public required RowId Row { get; init; }

    /// <summary>The page it stood on.</summary>
    [Id(1)]
    public PageId? Page { get; init; }

    /// <summary>Zero-based place of the row on the page.</summary>
    [Id(2)]
    public int? RowIndex { get; init; }

    /// <summary>Zero-based last column that came into view.</summary>
    [Id(3)]
    public required int ThroughColumn { get; init; }
}
