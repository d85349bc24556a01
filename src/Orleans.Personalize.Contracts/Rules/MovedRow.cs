namespace Orleans.Personalize.Rules;

/// <summary>A row that a rule moved.</summary>
[GenerateSerializer, Immutable, Alias("op.MovedRow")]
public sealed record MovedRow
{
    /// <summary>The row.</summary>
    [Id(0)]
    public required RowId Row { get; init; }

    /// <summary>Its heading.</summary>
    [Id(1)]
    public required string Title { get; init; }

    /// <summary>Its place without the rule, counted from 1; null where it was not on the page.</summary>
    [Id(2)]
    public int? Before { get; init; }

    /// <summary>Its place with the rule; null where it is no more.</summary>
    [Id(3)]
    public int? After { get; init; }
}
