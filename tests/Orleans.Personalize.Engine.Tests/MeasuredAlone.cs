namespace Orleans.Personalize.Engine.Tests;

/// <summary>Tests that measure the whole process and so run after the others, one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "measured alone";
}
