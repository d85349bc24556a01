using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Embedded.Writing;

/// <summary>Adds a rule or replaces it. The answer is whether there was room.</summary>
internal sealed class PutRule(EditorialRule rule) : AnsweredWrite<bool>
{
    protected override bool Work(WriteGroup group) => group.PutRule(rule);
}
