namespace Orleans.Personalize.Training.Factorization;

/// <summary>How titles that nobody played yet get vectors from their content.</summary>
public sealed record ContentOptions
{
    /// <summary>Fewest events that let a title teach what its themes are worth.</summary>
    public int MinimumEvents { get; init; } = 3;

    /// <summary>Ridge term of the map from themes to vectors, in titles.</summary>
    public double Regularization { get; init; } = 2;

    /// <summary>Most themes that have vectors, by number of titles.</summary>
    public int MaximumThemes { get; init; } = 6_000;
}
