namespace Orleans.Personalize.Embedded.Writing;

/// <summary>Takes a rule away. The answer is whether there was one.</summary>
internal sealed class RemoveRule(RuleId rule) : AnsweredWrite<bool>
{
    protected override bool Work(WriteGroup group) => group.RemoveRule(rule);
}
