using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Embedded.Editorial;

/// <summary><see cref="IEditorialRules"/> of the embedded host.</summary>
/// <param name="rules">The rules as committed.</param>
/// <param name="check">Raises what is wrong with a rule.</param>
/// <param name="put">Writes a rule; false where there is no room.</param>
/// <param name="remove">Takes a rule away.</param>
/// <param name="preview">Composes the two pages.</param>
internal sealed class RuleOperations(
    RuleRegister rules,
    Action<EditorialRule> check,
    Func<EditorialRule, CancellationToken, Task<bool>> put,
    Func<RuleId, CancellationToken, Task<bool>> remove,
    Func<RulePreviewRequest, CancellationToken, Task<RulePreview>> preview) : IEditorialRules
{
    Task<RuleList> IEditorialRules.ListRulesAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new RuleList { Rules = rules.Current.Rules });

    Task<EditorialRule> IEditorialRules.GetRuleAsync(RuleId rule, CancellationToken cancellationToken) =>
        rules.Current.Find(rule) is { } found ? Task.FromResult(found) : Task.FromException<EditorialRule>(new UnknownRuleException(rule));

    async Task IEditorialRules.PutRuleAsync(EditorialRule rule, CancellationToken cancellationToken)
    {
        check(rule);
        if (!await put(rule, cancellationToken))
            throw new InvalidRequestException("rule", $"would be one more than {RuleList.MaxRules}");
    }

    async Task<bool> IEditorialRules.RemoveRuleAsync(RuleId rule, CancellationToken cancellationToken) =>
        rule.Value is not null && await remove(rule, cancellationToken);

    Task<RulePreview> IEditorialRules.PreviewRuleAsync(RulePreviewRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return preview(request, cancellationToken);
    }
}
