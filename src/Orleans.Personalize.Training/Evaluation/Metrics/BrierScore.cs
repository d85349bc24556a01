namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>Mean squared distance between the probability said and what came true (G. Brier, 1950); 0 is best.</summary>
public static class BrierScore
{
    /// <summary>The score, 0 to 1.</summary>
    /// <param name="outcomes">Probability said, and whether it came true.</param>
    public static double Of(IEnumerable<(double Probability, bool Outcome)> outcomes) =>
        outcomes.Select(outcome => Math.Pow(outcome.Probability - (outcome.Outcome ? 1 : 0), 2)).DefaultIfEmpty().Average();
}
