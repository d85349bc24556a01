using System.Collections.Immutable;

namespace Orleans.Personalize.Pages;

/// <summary>A caller's list in a profile's order.</summary>
[GenerateSerializer, Immutable, Alias("op.RerankedList")]
public sealed record RerankedList
{
    /// <summary>Whose order.</summary>
    [Id(0)]
    public required ProfileId Profile { get; init; }

    /// <summary>The model behind it.</summary>
    [Id(1)]
    public required string ModelVersion { get; init; }

    /// <summary>The titles that the profile may see, best first.</summary>
    [Id(2)]
    public required ImmutableArray<Card> Cards { get; init; }

    /// <summary>The others, in the order of the list.</summary>
    [Id(3)]
    public ImmutableArray<LeftOutTitle> LeftOut { get; init; } = [];
}
