namespace Orleans.Personalize.Profiles;

/// <summary>Where a playback stands.</summary>
[GenerateSerializer, Immutable, Alias("op.WatchProgress")]
public sealed record WatchProgress
{
    /// <summary>The film or series.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>The season, counted from 1; null for a film.</summary>
    [Id(1)]
    public int? Season { get; init; }

    /// <summary>The episode, counted from 1; null for a film.</summary>
    [Id(2)]
    public int? Episode { get; init; }

    /// <summary>Where to resume, in seconds.</summary>
    [Id(3)]
    public required double PositionSeconds { get; init; }

    /// <summary>Whole length in seconds, where known.</summary>
    [Id(4)]
    public double? DurationSeconds { get; init; }

    /// <summary>When it was last watched.</summary>
    [Id(5)]
    public required DateTimeOffset Time { get; init; }
}
