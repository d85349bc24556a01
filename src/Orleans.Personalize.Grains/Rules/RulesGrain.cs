using System.Text.Json;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Json;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Grains.Rules;

/// <summary>Holds all rules in memory; a change is written before it is acknowledged.</summary>
internal sealed class RulesGrain(
    [PersistentState("rules", PersonalizeStorage.Measured)] IPersistentState<StoredRules> storage, SiloEngines engines) : Grain, IRulesGrain
{
    private GroupWriter<RuleSet> _writer = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _writer = new(Decode(storage.State), WriteAsync, RereadAsync);
        return Task.CompletedTask;
    }

    async Task IRulesGrain.PutAsync(EditorialRule rule)
    {
        var silo = engines.For(this.GetPrimaryKeyString());
        var problem = (await silo.AtLeastAsync(0)).Check(rule);
        if (problem is not null)
            problem = (await silo.RefreshAsync()).Check(rule);
        if (problem is not null)
            throw new InvalidRequestException(problem.Field, problem.Reason);
        await _writer.ChangeAsync(rules => rules.Find(rule.Id) is null && rules.Rules.Length >= RuleList.MaxRules
            ? throw new InvalidRequestException("rule", $"would be one more than {RuleList.MaxRules}")
            : (rules.With(rule), true));
        silo.Follow(_writer.Acknowledged);
    }

    async Task<bool> IRulesGrain.RemoveAsync(RuleId rule)
    {
        var removed = await _writer.ChangeAsync(rules => (rules.Without(rule), rules.Find(rule) is not null));
        engines.For(this.GetPrimaryKeyString()).Follow(_writer.Acknowledged);
        return removed;
    }

    Task<RuleReport> IRulesGrain.GetAsync(long known)
    {
        var rules = _writer.Acknowledged;
        return Task.FromResult(new RuleReport(rules.Version, rules.Version == known ? null : rules.Rules));
    }

    private static RuleSet Decode(StoredRules stored) => stored.Version == 0
        ? RuleSet.Empty
        : RuleSet.Of(stored.Rules.Select(json => JsonSerializer.Deserialize<EditorialRule>(json, PersonalizeJson.Options)!), stored.Version);

    private async Task<RuleSet> WriteAsync(RuleSet rules)
    {
        storage.State = new StoredRules
        {
            Rules = [.. rules.Rules.Select(rule => JsonSerializer.Serialize(rule, PersonalizeJson.Options))],
            Version = rules.Version,
        };
        await storage.WriteStateAsync();
        storage.State = new StoredRules();
        return rules;
    }

    private async Task<RuleSet> RereadAsync()
    {
        await storage.ReadStateAsync();
        return Decode(storage.State);
    }
}
