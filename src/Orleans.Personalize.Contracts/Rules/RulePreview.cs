using System.Collections.Immutable;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Rules;

/// <summary>A profile's home page without a rule and with it.</summary>
[GenerateSerializer, Immutable, Alias("op.RulePreview")]
public sealed record RulePreview
{
    /// <summary>The page without the rule.</summary>
    [Id(0)]
    public required HomePage Without { get; init; }

    /// <summary>The page with it.</summary>
    [Id(1)]
    public required HomePage With { get; init; }

    /// <summary>Rows that stand elsewhere, in the order of the page with the rule, then those that are gone.</summary>
    [Id(2)]
    public required ImmutableArray<MovedRow> Rows { get; init; }

    /// <summary>Titles that stand elsewhere, in the same order.</summary>
    [Id(3)]
    public required ImmutableArray<MovedTitle> Titles { get; init; }
}
