namespace Orleans.Personalize.Events;

/// <summary>A thumb was given or taken back.</summary>
[GenerateSerializer, Immutable, Alias("op.ThumbGiven")]
public sealed record ThumbGiven : ProfileEvent, ITitleEvent
{
    /// <summary>The title it is about.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>What was said.</summary>
    [Id(1)]
    public required Thumb Thumb { get; init; }
}
