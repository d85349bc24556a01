using System.Numerics.Tensors;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>Brings parts to a common scale.</summary>
internal static class Standardization
{
    /// <summary>
    /// Makes mean 0 and deviation 1 over <paramref name="present"/> titles; values that stand for holes must be 0 and mean nothing afterwards.
    /// A part that does not differ between titles becomes all zeros.
    /// </summary>
    public static void Apply(Span<float> values, int present)
    {
        if (present == 0)
        {
            values.Clear();
            return;
        }

        var mean = TensorPrimitives.Sum(values) / present;
        var variance = (TensorPrimitives.SumOfSquares(values) / present) - (mean * mean);
        if (!(variance > 1e-12f * mean * mean) || variance < 1e-30f)
        {
            values.Clear();
            return;
        }

        TensorPrimitives.Subtract(values, mean, values);
        TensorPrimitives.Multiply(values, 1 / MathF.Sqrt(variance), values);
    }
}
