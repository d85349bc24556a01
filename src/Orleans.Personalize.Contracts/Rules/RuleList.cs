using System.Collections.Immutable;

namespace Orleans.Personalize.Rules;

/// <summary>All rules of a service.</summary>
[GenerateSerializer, Immutable, Alias("op.RuleList")]
public sealed record RuleList
{
    /// <summary>The most rules there can be.</summary>
    public const int MaxRules = 500;

    /// <summary>The rules, highest priority first, then in the ordinal order of their ids; also those that have not begun or have ended.</summary>
    [Id(0)]
    public required ImmutableArray<EditorialRule> Rules { get; init; }
}
