namespace Orleans.Personalize.Titles;

/// <summary>A person and what that person did for a title.</summary>
[GenerateSerializer, Immutable, Alias("op.Credit")]
public sealed record Credit
{
    /// <summary>The person's name, 1 to 200 characters.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>What the person did.</summary>
    [Id(1)]
    public CreditRole Role { get; init; }
}
