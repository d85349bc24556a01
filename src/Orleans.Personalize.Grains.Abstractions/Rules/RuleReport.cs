using System.Collections.Immutable;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Grains.Rules;

/// <summary>The rules of a tenant at some version.</summary>
/// <param name="Version">Grows with every change.</param>
/// <param name="Rules">The rules; default where the asker has them already.</param>
[GenerateSerializer, Immutable, Alias("op.RuleReport")]
public sealed record RuleReport([property: Id(0)] long Version, [property: Id(1)] ImmutableArray<EditorialRule>? Rules);
