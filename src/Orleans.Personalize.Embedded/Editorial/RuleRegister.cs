using Orleans.Personalize.Engine.Rules;

namespace Orleans.Personalize.Embedded.Editorial;

/// <summary>The rules as committed. Changed by the writer only, read by anybody.</summary>
internal sealed class RuleRegister(RuleSet rules)
{
    private volatile RuleSet _current = rules;

    public RuleSet Current => _current;

    /// <summary>Takes in what was committed.</summary>
    public void Publish(RuleSet rules) => _current = rules;
}
