using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Engine.Experiments;

/// <summary>
/// Ratios of sums over random groups of profiles, with their standard errors by linearization (Cochran, 1977, Sampling Techniques, section 6.3; for experiments: Deng et al., 2018,
/// Applying the delta method in metric analytics). Groups, and not events, are what is independent: the events of one profile are alike.
/// </summary>
internal static class GroupEstimate
{
    // With fewer, the spread between groups says too little about itself.
    private const int FewestGroups = 8;
    private const double Normal975 = 1.959963984540054;
    private const double Doubt = 0.05;

    // Where an interval for any time is narrowest against one for a single look: a few days of a small service, hours of a large one. Elsewhere it is little wider.
    private const double NarrowestVisits = 10_000;

    /// <summary>A rate per visit, compared with that of another arm.</summary>
    /// <param name="groups">The groups of the arm.</param>
    /// <param name="first">Those of the arm to compare with; null for none.</param>
    /// <param name="of">What is counted per visit.</param>
    public static ArmRate Rate(ArmCounts[] groups, ArmCounts[]? first, Func<ArmCounts, long> of)
    {
        var (value, error, count, visits) = Ratio(groups, of);
        var rate = new ArmRate { Value = value ?? 0, StandardError = error };
        if (first is null || value is null || Ratio(first, of) is not ({ } baseValue, var baseError, var baseCount, var baseVisits)) return rate;
        rate = rate with { Difference = value - baseValue };
        if (error is not { } e || baseError is not { } b) return rate;
        var half = Student975(Freedom(e, count, b, baseCount)) * Math.Sqrt((e * e) + (b * b));
        var always = half * AtAnyTime(visits + baseVisits) / Normal975;
        return rate with
        {
            Low = rate.Difference - half,
            High = rate.Difference + half,
            LowAtAnyTime = rate.Difference - always,
            HighAtAnyTime = rate.Difference + always,
        };
    }

    private static (double? Value, double? Error, int Groups, double Visits) Ratio(ArmCounts[] groups, Func<ArmCounts, long> of)
    {
        double visits = 0, events = 0;
        var count = 0;
        foreach (var group in groups)
        {
            visits += group.Visits;
            events += of(group);
            if (group.Visits > 0) count++;
        }

        if (visits == 0) return (null, null, 0, 0);
        var ratio = events / visits;
        if (count < FewestGroups) return (ratio, null, count, visits);
        var squares = 0.0;
        foreach (var group in groups)
        {
            var residual = of(group) - (ratio * group.Visits);
            squares += residual * residual;
        }

        return (ratio, Math.Sqrt(squares * count / (count - 1)) / visits, count, visits);
    }

    /// <summary>
    /// How many standard errors hold at every time at once (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, 2021, Time-uniform central limit theory and asymptotic confidence
    /// sequences).
    /// </summary>
    private static double AtAnyTime(double visits)
    {
        var widest = -2 * Math.Log(Doubt);
        var seen = visits / NarrowestVisits * (widest + Math.Log(widest + 1));
        return Math.Sqrt(2 * (seen + 1) / seen * Math.Log(Math.Sqrt(seen + 1) / Doubt));
    }

    /// <summary>Degrees of freedom of a difference (Welch and Satterthwaite, 1947).</summary>
    private static double Freedom(double one, int oneGroups, double other, int otherGroups)
    {
        var (a, b) = (one * one, other * other);
        var spread = (a * a / (oneGroups - 1)) + (b * b / (otherGroups - 1));
        return spread > 0 ? (a + b) * (a + b) / spread : ArmGroup.Count;
    }

    /// <summary>The 97.5th percentile of Student's distribution (Abramowitz and Stegun, 1964, 26.7.5); good to three digits from 7 degrees of freedom on.</summary>
    private static double Student975(double freedom)
    {
        const double z = Normal975, z3 = z * z * z, z5 = z3 * z * z, z7 = z5 * z * z;
        return z
            + ((z3 + z) / (4 * freedom))
            + (((5 * z5) + (16 * z3) + (3 * z)) / (96 * freedom * freedom))
            + (((3 * z7) + (19 * z5) + (17 * z3) - (15 * z)) / (384 * freedom * freedom * freedom));
    }
}
