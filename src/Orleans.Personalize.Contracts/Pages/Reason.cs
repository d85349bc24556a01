namespace Orleans.Personalize.Pages;

/// <summary>Why a title or row is shown, for machines and for people.</summary>
[GenerateSerializer, Immutable, Alias("op.Reason")]
public sealed record Reason
{
    /// <summary>The kind of reason.</summary>
    [Id(0)]
    public required ReasonKind Kind { get; init; }

    /// <summary>One short sentence for a member.</summary>
    [Id(1)]
    public required string Text { get; init; }

    /// <summary>The title the reason points to, where there is one.</summary>
    [Id(2)]
    public TitleId? Title { get; init; }

    /// <summary>The genre, tag or person it points to, where there is one.</summary>
    [Id(3)]
    public string? Theme { get; init; }
}
