namespace Orleans.Personalize.Training.Factorization;

/// <summary>How the titles' vectors are fitted.</summary>
public sealed record FactorOptions
{
    /// <summary>Length of the vectors; fewer where there are not so many titles.</summary>
    public int Dimension { get; init; } = 128;

    /// <summary>Weight of each title that a profile did not like, against 1 of one that it liked.</summary>
    public float Unobserved { get; init; } = 0.3f;

    /// <summary>Weight of the squared length of a vector, times what it is fitted to.</summary>
    public float Regularization { get; init; } = 0.008f;

    /// <summary>How often all profiles and all titles are fitted in turn.</summary>
    public int Rounds { get; init; } = 12;

    /// <summary>Steps of conjugate gradients of one fit, which starts from the one before.</summary>
    public int Steps { get; init; } = 4;

    /// <summary>The same in the first round.</summary>
    public int FirstSteps { get; init; } = 8;

    /// <summary>Standard deviation of the first vectors, before it is divided by the root of the dimension.</summary>
    public double InitialDeviation { get; init; } = 0.1;
}
