namespace Orleans.Personalize.Events;

/// <summary>A search was made.</summary>
[GenerateSerializer, Immutable, Alias("op.Searched")]
public sealed record Searched : ProfileEvent
{
    /// <summary>What was typed, 1 to 200 characters.</summary>
    [Id(0)]
    public required string Query { get; init; }
}
