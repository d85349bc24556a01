namespace Orleans.Personalize.Demo.Randomness;

/// <summary>Makes the running totals that <see cref="Dice.Weighted"/> draws from.</summary>
internal static class Totals
{
    /// <summary>double[count], non-decreasing.</summary>
    public static double[] Of<T>(IReadOnlyList<T> elements, Func<T, double> weight)
    {
        var totals = new double[elements.Count];
        var sum = 0.0;
        for (var i = 0; i < totals.Length; i++)
        {
            totals[i] = sum += weight(elements[i]);
        }

        return totals;
    }
}
