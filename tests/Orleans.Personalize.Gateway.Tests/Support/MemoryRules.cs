using Orleans.Personalize.Pages;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Gateway.Tests.Support;

/// <summary>Rules that are kept and change nothing; those about the title 'nothing' are refused.</summary>
internal sealed class MemoryRules(IPersonalizer personalizer) : IEditorialRules
{
    private readonly SortedDictionary<string, EditorialRule> _rules = new(StringComparer.Ordinal);

    public Task<RuleList> ListRulesAsync(CancellationToken cancellationToken = default) => Task.FromResult(new RuleList { Rules = [.. _rules.Values] });

    public Task<EditorialRule> GetRuleAsync(RuleId rule, CancellationToken cancellationToken = default) =>
        _rules.TryGetValue(rule.Value, out var found) ? Task.FromResult(found) : throw new UnknownRuleException(rule);

    public Task PutRuleAsync(EditorialRule rule, CancellationToken cancellationToken = default)
    {
        if (rule.Titles.Contains(new TitleId("nothing")))
            throw new InvalidRequestException("titles[0]", "there is no title 'nothing'");
        _rules[rule.Id.Value] = rule;
        return Task.CompletedTask;
    }

    public Task<bool> RemoveRuleAsync(RuleId rule, CancellationToken cancellationToken = default) => Task.FromResult(_rules.Remove(rule.Value));

    public async Task<RulePreview> PreviewRuleAsync(RulePreviewRequest request, CancellationToken cancellationToken = default)
    {
        var page = await personalizer.GetHomeAsync(new HomeRequest { Profile = request.Profile, Rows = request.Rows, Columns = request.Columns }, cancellationToken);
        return new RulePreview { Without = page, With = page, Rows = [], Titles = [] };
    }
}
