namespace Orleans.Personalize.Events;

/// <summary>A title was opened from the results of a search.</summary>
[GenerateSerializer, Immutable, Alias("op.SearchResultOpened")]
public sealed record SearchResultOpened : ProfileEvent, ITitleEvent
{
    /// <summary>The title it is about.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>What was typed, 1 to 200 characters.</summary>
    [Id(1)]
    public required string Query { get; init; }
}
