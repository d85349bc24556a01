namespace Orleans.Personalize.Training.Evaluation;

/// <summary>A measured figure.</summary>
/// <param name="Value">The mean, or what else the metric is.</param>
/// <param name="StandardError">Its standard error; clustered by profile where a profile counts several times.</param>
public readonly record struct MetricValue(double Value, double StandardError);
