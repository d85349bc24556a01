namespace Orleans.Personalize.Rules;

/// <summary>A title that a rule moved; the first of its places counts.</summary>
[GenerateSerializer, Immutable, Alias("op.MovedTitle")]
public sealed record MovedTitle
{
    /// <summary>The title.</summary>
    [Id(0)]
    public required TitleId Title { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary>Where it stood without the rule; null where it was not on the page.</summary>
    [Id(2)]
    public PagePlace? Before { get; init; }

    /// <summary>Where it stands with the rule; null where it is no more.</summary>
    [Id(3)]
    public PagePlace? After { get; init; }
}
