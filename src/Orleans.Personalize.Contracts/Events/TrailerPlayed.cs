namespace Orleans.Personalize.Events;

/// <summary>A trailer was played.</summary>
[GenerateSerializer, Immutable, Alias("op.TrailerPlayed")]
public sealed record TrailerPlayed : ProfileEvent, ITitleEvent
{
    /// <summary>The title it is about.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>Which trailer, by its id in the title.</summary>
    [Id(1)]
    public string? Trailer { get; init; }

    /// <summary>How far it was watched, in seconds.</summary>
    [Id(2)]
    public required double PositionSeconds { get; init; }

    /// <summary>Its whole length, in seconds.</summary>
    [Id(3)]
    public double? DurationSeconds { get; init; }
}
