namespace Orleans.Personalize.Training.Vectors;

/// <summary>How the titles' vectors are fitted.</summary>
public sealed record VectorOptions
{
    /// <summary>Length of the vectors; fewer where there are not so many titles.</summary>
    public int Dimension { get; init; } = 64;

    /// <summary>What remains of an interaction's weight after one more; the decay with which a profile's state sums its history up.</summary>
    public double Decay { get; init; } = 0.9;

    /// <summary>Ridge term of the regression, in squared weights of a history summed over positions.</summary>
    public double Regularization { get; init; } = 500;

    /// <summary>How fast what happens later counts less as a target: what remains with each further event, 0 to 1.</summary>
    public double TargetDecay { get; init; } = 0.7;

    /// <summary>Fewest events that let a title have a vector of its own.</summary>
    public int MinimumEvents { get; init; } = 3;

    /// <summary>Most titles that have vectors of their own, by number of events.</summary>
    public int MaximumSources { get; init; } = 12_000;

    /// <summary>How often the subspace is multiplied with the matrix.</summary>
    public int Iterations { get; init; } = 8;

    /// <summary>Ridge term of the map from themes to vectors, in titles.</summary>
    public double ThemeRegularization { get; init; } = 2;

    /// <summary>Most themes that have vectors, by number of titles.</summary>
    public int MaximumThemes { get; init; } = 6_000;
}
