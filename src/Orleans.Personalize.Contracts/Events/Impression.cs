namespace Orleans.Personalize.Events;

/// <summary>A card was visible long enough to be seen.</summary>
[GenerateSerializer, Immutable, Alias("op.Impression")]
public sealed record Impression : ProfileEvent, ITitleEvent
{
    /// <summary>The title it is about.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>The page it was shown on, where it was one.</summary>
    [Id(1)]
    public PageId? Page { get; init; }

    /// <summary>The row it was shown in.</summary>
    [Id(2)]
    public RowId? Row { get; init; }

    /// <summary>Zero-based place of the row on the page.</summary>
    [Id(3)]
    public int? RowIndex { get; init; }

    /// <summary>Zero-based place of the card in the row.</summary>
    [Id(4)]
    public int? Column { get; init; }

    /// <summary>The picture that was shown.</summary>
    [Id(5)]
    public ArtworkId? Artwork { get; init; }
}
