using System.Collections.Immutable;

namespace Orleans.Personalize.Queues;

/// <summary>Some of what could not be recorded.</summary>
[GenerateSerializer, Immutable, Alias("op.DeadLetterList")]
public sealed record DeadLetterList
{
    /// <summary>The oldest that are kept, by their numbers.</summary>
    [Id(0)]
    public required ImmutableArray<DeadLetter> Letters { get; init; }

    /// <summary>How many are kept altogether.</summary>
    [Id(1)]
    public required long Count { get; init; }
}
