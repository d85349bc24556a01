namespace Orleans.Personalize.Demo;

/// <summary>How large a demo world is.</summary>
public sealed record DemoOptions
{
    /// <summary>How many titles, 1 to 100,000.</summary>
    public int Titles { get; init; } = 1200;

    /// <summary>How many households, 0 to 100,000; each has 1 to 4 profiles.</summary>
    public int Households { get; init; } = 300;

    /// <summary>Over how many days before now the households have been watching, 1 to 1000.</summary>
    public int Days { get; init; } = 60;
}
