namespace Orleans.Personalize.Training.Evaluation;

/// <summary>A measured figure.</summary>
/// <param name="Value">The mean, or what else the metric is.</param>
/// <param name="StandardError">Its standard error; clustered by profile where a profile counts several times.</param>
public readonly record struct MetricValue(double Value, double StandardError)
{
    // The two-sided 95 % point of the normal distribution.
    private const double Normal95 = 1.959964;

    /// <summary>Lower end of the 95 % confidence interval; by the normal distribution where the metric does not know better.</summary>
    public double Low { get; init; } = Value - (Normal95 * StandardError);

    /// <summary>Upper end of the 95 % confidence interval.</summary>
    public double High { get; init; } = Value + (Normal95 * StandardError);
}
