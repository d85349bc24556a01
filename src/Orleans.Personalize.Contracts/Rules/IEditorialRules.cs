namespace Orleans.Personalize.Rules;

/// <summary>
/// What operators do with the rules of one tenant. Both hosts implement it beside <see cref="IPersonalizer"/>. A change is durable when the
/// call returns; pages follow at once, on the other silos of a cluster within a second.
/// </summary>
public interface IEditorialRules
{
    /// <summary>All rules.</summary>
    Task<RuleList> ListRulesAsync(CancellationToken cancellationToken = default);

    /// <summary>One rule.</summary>
    /// <exception cref="UnknownRuleException">There is none of this id.</exception>
    Task<EditorialRule> GetRuleAsync(RuleId rule, CancellationToken cancellationToken = default);

    /// <summary>Adds a rule or replaces it whole.</summary>
    /// <exception cref="InvalidRequestException">Something is wrong with it, or there are too many.</exception>
    Task PutRuleAsync(EditorialRule rule, CancellationToken cancellationToken = default);

    /// <summary>Takes a rule away. Removing what is not there is no error.</summary>
    /// <returns>Whether there was such a rule.</returns>
    Task<bool> RemoveRuleAsync(RuleId rule, CancellationToken cancellationToken = default);

    /// <summary>Composes a home page without a rule and with it, and says what moved. Nothing is kept.</summary>
    /// <exception cref="InvalidRequestException">Something is wrong with the rule or the request.</exception>
    /// <exception cref="UnknownProfileException">There is no such profile.</exception>
    Task<RulePreview> PreviewRuleAsync(RulePreviewRequest request, CancellationToken cancellationToken = default);
}
