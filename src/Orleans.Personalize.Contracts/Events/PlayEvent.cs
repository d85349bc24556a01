namespace Orleans.Personalize.Events;

/// <summary>What the events of one playback have in common.</summary>
[GenerateSerializer, Immutable, Alias("op.PlayEvent")]
public abstract record PlayEvent : ProfileEvent, ITitleEvent
{
    /// <summary>The film or series that is played.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>The season, counted from 1; null for a film.</summary>
    [Id(1)]
    public int? Season { get; init; }

    /// <summary>The episode within the season, counted from 1; null for a film.</summary>
    [Id(2)]
    public int? Episode { get; init; }

    /// <summary>Where the playback stands, in seconds from its beginning.</summary>
    [Id(3)]
    public double PositionSeconds { get; init; }

    /// <summary>Length of the film or episode in seconds; where null, the catalogue's runtime is taken.</summary>
    [Id(4)]
    public double? DurationSeconds { get; init; }

    /// <summary>The page the playback began from; null when it began elsewhere.</summary>
    [Id(5)]
    public PageId? Page { get; init; }

    /// <summary>The row the playback began from.</summary>
    [Id(6)]
    public RowId? Row { get; init; }
}
