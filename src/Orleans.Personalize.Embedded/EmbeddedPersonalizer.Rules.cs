using Orleans.Personalize.Embedded.Writing;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Embedded;

/// <content>What operators want of pages.</content>
public sealed partial class EmbeddedPersonalizer
{
    /// <summary>What operators do with the rules of pages.</summary>
    public IEditorialRules Rules { get; }

    private void CheckRule(EditorialRule rule)
    {
        if (_engine.Current.Check(rule) is { } problem)
            throw new InvalidRequestException(problem.Field, problem.Reason);
    }

    private Task<bool> PutRuleAsync(EditorialRule rule, CancellationToken cancellationToken) => _writer.WriteAsync(new PutRule(rule), cancellationToken);

    private Task<bool> RemoveRuleAsync(RuleId rule, CancellationToken cancellationToken) => _writer.WriteAsync(new RemoveRule(rule), cancellationToken);

    private Task<RulePreview> PreviewRuleAsync(RulePreviewRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(request.Profile, (engine, profile, moment) => engine.Preview(profile.State, profile.Settings, moment, request), cancellationToken);
}
