using Orleans.Personalize.Engine.Rules;

namespace Orleans.Personalize.Grains.Rules;

/// <summary>A silo's copy of the rules of a tenant: asks for them when their version has changed.</summary>
/// <param name="owner">The grain that keeps them.</param>
internal sealed class RuleReplica(IRulesGrain owner)
{
    private readonly Lock _gate = new();
    private volatile RuleSet _current = RuleSet.Empty;

    /// <summary>The newest copy.</summary>
    public RuleSet Current => _current;

    /// <summary>Fetches what changed.</summary>
    public async Task RefreshAsync()
    {
        var report = await owner.GetAsync(_current.Version);
        if (report.Rules is { } rules)
            Follow(RuleSet.Of(rules, report.Version));
    }

    /// <summary>Takes a copy that is newer than the one at hand.</summary>
    public void Follow(RuleSet rules)
    {
        lock (_gate)
        {
            if (rules.Version > _current.Version)
                _current = rules;
        }
    }
}
