namespace Orleans.Personalize.Training.Evaluation.Metrics;

/// <summary>A quantile with an interval that needs no assumption about the distribution.</summary>
public static class Quantile
{
    private const double Normal95 = 1.959964;

    /// <summary>
    /// The quantile, and the order statistics between which it lies with 95 % confidence (W. Conover, "Practical Nonparametric Statistics",
    /// 1971); the standard error is what a normal distribution of that interval would have.
    /// </summary>
    /// <param name="sorted">The values, ascending; at least one.</param>
    /// <param name="share">Which quantile, 0 to 1; 0.5 for the median.</param>
    public static MetricValue Of(ReadOnlySpan<double> sorted, double share)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length, nameof(sorted));
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        double n = sorted.Length;
        var half = Normal95 * Math.Sqrt(n * share * (1 - share));
        var low = sorted[Place((n * share) - half)];
        var high = sorted[Math.Min(sorted.Length - 1, Place((n * share) + half) + 1)];
        return new MetricValue(sorted[Place(n * share)], (high - low) / (2 * Normal95)) { Low = low, High = high };

        int Place(double position) => (int)Math.Clamp(Math.Ceiling(position) - 1, 0, n - 1);
    }
}
