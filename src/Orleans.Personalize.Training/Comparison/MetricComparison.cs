using Orleans.Personalize.Training.Evaluation;

namespace Orleans.Personalize.Training.Comparison;

/// <summary>One figure of two models on the same questions.</summary>
/// <param name="Name">The metric's standard name, such as NDCG@10.</param>
/// <param name="InService">Of the model in service.</param>
/// <param name="Candidate">Of the candidate.</param>
/// <param name="Difference">The candidate's less the other's, question by question; its standard error is clustered by profile.</param>
public sealed record MetricComparison(string Name, MetricValue InService, MetricValue Candidate, MetricValue Difference)
{
    // Of the normal distribution: 95 % lie within.
    private const double Deviations = 1.96;

    /// <summary>Lower end of the 95 % interval of the difference.</summary>
    public double Low => Difference.Value - (Deviations * Difference.StandardError);

    /// <summary>Upper end of the 95 % interval of the difference.</summary>
    public double High => Difference.Value + (Deviations * Difference.StandardError);
}
