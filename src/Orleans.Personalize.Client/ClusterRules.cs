using Microsoft.Extensions.Options;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.Grains.Rules;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Client;

/// <summary><see cref="IEditorialRules"/> of one tenant on an Orleans cluster.</summary>
internal sealed class ClusterRules(IGrainFactory grains, ClusterCalls calls, IOptions<PersonalizeClientOptions> options) : IEditorialRules
{
    private IRulesGrain Rules => grains.GetGrain<IRulesGrain>(options.Value.Tenant);

    async Task<RuleList> IEditorialRules.ListRulesAsync(CancellationToken cancellationToken) =>
        new() { Rules = (await calls.OperateAsync(() => Rules.GetAsync(-1), cancellationToken)).Rules ?? [] };

    async Task<EditorialRule> IEditorialRules.GetRuleAsync(RuleId rule, CancellationToken cancellationToken)
    {
        var report = await calls.OperateAsync(() => Rules.GetAsync(-1), cancellationToken);
        return report.Rules?.FirstOrDefault(known => known.Id == rule) ?? throw new UnknownRuleException(rule);
    }

    Task IEditorialRules.PutRuleAsync(EditorialRule rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return calls.OperateAsync(() => Rules.PutAsync(rule), cancellationToken);
    }

    async Task<bool> IEditorialRules.RemoveRuleAsync(RuleId rule, CancellationToken cancellationToken) =>
        rule.Value is not null && await calls.OperateAsync(() => Rules.RemoveAsync(rule), cancellationToken);

    Task<RulePreview> IEditorialRules.PreviewRuleAsync(RulePreviewRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return IdRules.IsValid(request.Profile.Value, ProfileId.MaxLength)
            ? calls.OperateAsync(
                () => grains.GetGrain<IProfileGrain>(new GrainKey(options.Value.Tenant, request.Profile.Value).ToString()).PreviewRuleAsync(request),
                cancellationToken)
            : throw new UnknownProfileException(request.Profile);
    }
}
