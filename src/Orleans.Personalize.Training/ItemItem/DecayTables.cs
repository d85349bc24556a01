namespace Orleans.Personalize.Training.ItemItem;

/// <summary>
/// The coefficients with which a pair of positions enters the sums of the multi-scale regression. With features
/// s_a(p) = sum over q &lt;= p of g_a^(p-q) e(q) and targets y(p) = sum over q &gt; p of eta^(q-p-1) e(q), the sums over p have closed forms.
/// </summary>
internal sealed class DecayTables
{
    private const double Negligible = 1e-7;

    private readonly double[][] _powers;
    private readonly double[][] _targets;
    private readonly double[][] _geometric;

    public DecayTables(ReadOnlySpan<TimeScale> scales, double targetDecay, int longest)
    {
        var count = scales.Length;
        _powers = new double[count][];
        _targets = new double[count][];
        _geometric = new double[count * count][];
        for (var a = 0; a < count; a++)
        {
            var decay = scales[a].Decay;
            _powers[a] = Truncated(longest, distance => Math.Pow(decay, distance));
            _targets[a] = Truncated(longest, distance => distance == 0 ? 0 : Target(decay, targetDecay, distance));
            for (var b = 0; b <= a; b++)
                _geometric[(a * count) + b] = Geometric(decay * scales[b].Decay, longest);
        }

        Count = count;
    }

    /// <summary>Number of scales.</summary>
    public int Count { get; }

    /// <summary>g_a^distance, up to where it is negligible.</summary>
    public ReadOnlySpan<double> Powers(int a) => _powers[a];

    /// <summary>Sum over the positions between two events of g_a^(p-q1) eta^(q2-p-1), by distance; 0 at 0.</summary>
    public ReadOnlySpan<double> Targets(int a) => _targets[a];

    /// <summary>Sum of (g_a g_b)^u for u below the index, for b &lt;= a.</summary>
    public ReadOnlySpan<double> Geometric(int a, int b) => _geometric[(a * Count) + b];

    private static double Target(double decay, double targetDecay, int distance)
    {
        var sum = 0.0;
        for (var t = 0; t < distance; t++)
            sum += Math.Pow(decay, t) * Math.Pow(targetDecay, distance - 1 - t);
        return sum;
    }

    private static double[] Truncated(int longest, Func<int, double> value)
    {
        var values = new List<double>();
        for (var distance = 0; distance <= longest; distance++)
        {
            var next = value(distance);
            if (distance > 1 && next < Negligible)
                break;
            values.Add(next);
        }

        return [.. values];
    }

    private static double[] Geometric(double ratio, int longest)
    {
        var sums = new double[longest + 1];
        var power = 1.0;
        for (var i = 1; i <= longest; i++, power *= ratio)
            sums[i] = sums[i - 1] + power;
        return sums;
    }
}
