namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>
/// ECE: mean distance between the probability said and the share that came true, over bins of equal mass (M. Naeini et al., "Obtaining
/// Well Calibrated Probabilities Using Bayesian Binning", 2015).
/// </summary>
public static class CalibrationError
{
    /// <summary>Bins of equal mass, as usual.</summary>
    public const int Bins = 15;

    /// <summary>The error, 0 to 1.</summary>
    /// <param name="outcomes">Probability said, and whether it came true.</param>
    public static double Of(IEnumerable<(double Probability, bool Outcome)> outcomes)
    {
        var sorted = outcomes.OrderBy(outcome => outcome.Probability).ToList();
        var error = 0.0;
        for (var bin = 0; bin < Bins; bin++)
        {
            var members = sorted[(sorted.Count * bin / Bins)..(sorted.Count * (bin + 1) / Bins)];
            error += Math.Abs(members.Sum(member => member.Probability - (member.Outcome ? 1 : 0)));
        }

        return sorted.Count == 0 ? 0 : error / sorted.Count;
    }
}
