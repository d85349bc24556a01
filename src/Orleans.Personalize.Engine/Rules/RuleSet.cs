using System.Collections.Immutable;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Engine.Rules;

/// <summary>The rules of a service in the order in which they count: highest priority first, then by id. Immutable.</summary>
public sealed class RuleSet
{
    private readonly ImmutableSortedDictionary<string, EditorialRule> _byId;

    private RuleSet(ImmutableSortedDictionary<string, EditorialRule> byId, long version)
    {
        _byId = byId;
        Version = version;
        Rules = [.. byId.Values.OrderByDescending(rule => rule.Priority)];
    }

    /// <summary>No rules.</summary>
    public static RuleSet Empty { get; } = new(ImmutableSortedDictionary.Create<string, EditorialRule>(StringComparer.Ordinal), 0);

    /// <summary>All rules, also those that have not begun or have ended.</summary>
    public ImmutableArray<EditorialRule> Rules { get; }

    /// <summary>Differs from that of the set before every change.</summary>
    public long Version { get; }

    /// <summary>Rules that were kept.</summary>
    public static RuleSet Of(IEnumerable<EditorialRule> rules, long version) =>
        new(rules.ToImmutableSortedDictionary(rule => rule.Id.Value, rule => rule, StringComparer.Ordinal), version);

    /// <summary>The rule of an id; null where there is none.</summary>
    public EditorialRule? Find(RuleId id) => id.Value is null ? null : _byId.GetValueOrDefault(id.Value);

    /// <summary>The set with a rule added or replaced.</summary>
    public RuleSet With(EditorialRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new RuleSet(_byId.SetItem(rule.Id.Value, rule), Version + 1);
    }

    /// <summary>The set without a rule.</summary>
    public RuleSet Without(RuleId id) => Find(id) is null ? this : new RuleSet(_byId.Remove(id.Value), Version + 1);
}
