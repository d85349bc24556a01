namespace Orleans.Personalize.Events;

/// <summary>The title's own page was opened.</summary>
[GenerateSerializer, Immutable, Alias("op.TitleOpened")]
public sealed record TitleOpened : ProfileEvent, ITitleEvent
{
    /// <summary>The title it is about.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>The page it was opened from.</summary>
    [Id(1)]
    public PageId? Page { get; init; }

    /// <summary>The row it was opened from.</summary>
    [Id(2)]
    public RowId? Row { get; init; }

    /// <summary>Zero-based place of the row on the page.</summary>
    [Id(3)]
    public int? RowIndex { get; init; }

    /// <summary>Zero-based place of the card in the row.</summary>
    [Id(4)]
    public int? Column { get; init; }

    /// <summary>The picture that was shown on the card.</summary>
    [Id(5)]
    public ArtworkId? Artwork { get; init; }
}
