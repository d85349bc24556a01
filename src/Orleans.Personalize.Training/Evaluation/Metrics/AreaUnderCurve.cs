namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>AUC: how probable it is that what came true was said to be more probable than what did not; ties count half.</summary>
public static class AreaUnderCurve
{
    /// <summary>The area, 0.5 for guessing to 1; NaN where all outcomes are the same.</summary>
    /// <param name="outcomes">Probability said, and whether it came true.</param>
    public static double Of(IEnumerable<(double Probability, bool Outcome)> outcomes)
    {
        var groups = outcomes.GroupBy(outcome => outcome.Probability).OrderBy(group => group.Key);
        var (falseBelow, area, positives) = (0.0, 0.0, 0.0);
        foreach (var group in groups)
        {
            double truths = group.Count(outcome => outcome.Outcome);
            var falsehoods = group.Count() - truths;
            area += truths * (falseBelow + (falsehoods / 2));
            falseBelow += falsehoods;
            positives += truths;
        }

        return area / (positives * falseBelow);
    }
}
