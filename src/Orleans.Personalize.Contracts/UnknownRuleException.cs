namespace Orleans.Personalize;

/// <summary>There is no such rule.</summary>
[GenerateSerializer, Alias("op.UnknownRuleException")]
public sealed class UnknownRuleException : Exception
{
    /// <summary>There is no rule with this id.</summary>
    public UnknownRuleException(RuleId rule)
        : base($"there is no rule '{rule}'")
    {
    }

    /// <summary>An error without details.</summary>
    public UnknownRuleException()
    {
    }

    /// <summary>An error with a message.</summary>
    public UnknownRuleException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public UnknownRuleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
