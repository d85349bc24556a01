namespace Orleans.Personalize.Rules;

/// <summary>What a rule does.</summary>
[GenerateSerializer, Alias("op.RuleAction")]
public enum RuleAction
{
    /// <summary>Puts titles or a row at a place.</summary>
    Pin = 0,

    /// <summary>Moves titles or rows towards the front.</summary>
    Boost = 1,

    /// <summary>Moves titles or rows towards the end.</summary>
    Bury = 2,

    /// <summary>Lets only the best few of some titles onto a page.</summary>
    Cap = 3,
}
