using System.Numerics.Tensors;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>Brings parts to a common scale.</summary>
internal static class Standardization
{
    // Chosen on the validation part of MovieLens 1M among 1, 5 and 20.
    private const float Sharpness = 5;

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

    /// <summary>
    /// Makes of what is about proportional to a probability what is about its logarithm, so that parts can be added: log(1 + 5 x / r), where
    /// r is the root mean square over <paramref name="present"/> titles; below 0 all are equally improbable.
    /// </summary>
    public static void ToLogarithms(Span<float> values, int present)
    {
        var scale = MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(values) / Math.Max(1, present));
        if (!(scale > 1e-20f))
            return;
        TensorPrimitives.Multiply(values, Sharpness / scale, values);
        TensorPrimitives.Max(values, 0, values);
        TensorPrimitives.LogP1(values, values);
    }
}
