using System.Numerics.Tensors;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>Brings parts to a common scale.</summary>
internal static class Standardization
{
    // Chosen on the validation part of MovieLens 1M among 1, 5 and 20.
    private const float Sharpness = 5;

    // Numbers worked on at once, which stay in the fastest cache.
    private const int Block = 2048;

    /// <summary>
    /// Makes mean 0 and deviation 1 over <paramref name="present"/> titles; values that stand for holes must be 0 and mean nothing afterwards.
    /// A part that does not differ between titles becomes all zeros.
    /// </summary>
    public static void Apply(Span<float> values, int present)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var start = 0; start < values.Length; start += Block)
        {
            var block = values[start..Math.Min(start + Block, values.Length)];
            sum += TensorPrimitives.Sum<float>(block);
            squares += TensorPrimitives.SumOfSquares<float>(block);
        }

        Apply(values, present, sum, squares);
    }

    /// <summary>
    /// Makes of what is about proportional to a probability what is about its logarithm, so that parts can be added: log(1 + 5 x / r), where
    /// r is the root mean square over <paramref name="present"/> titles; below 0 all are equally improbable. Then <see cref="Apply(Span{float}, int)"/>.
    /// </summary>
    public static void ApplyToLogarithms(Span<float> values, int present)
    {
        var scale = MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(values) / Math.Max(1, present));
        if (!(scale > 1e-20f))
        {
            Apply(values, present);
            return;
        }

        var (sum, squares) = (0.0, 0.0);
        for (var start = 0; start < values.Length; start += Block)
        {
            var block = values[start..Math.Min(start + Block, values.Length)];
            TensorPrimitives.Multiply(block, Sharpness / scale, block);
            TensorPrimitives.Max(block, 0, block);
            TensorPrimitives.LogP1(block, block);
            sum += TensorPrimitives.Sum<float>(block);
            squares += TensorPrimitives.SumOfSquares<float>(block);
        }

        Apply(values, present, sum, squares);
    }

    private static void Apply(Span<float> values, int present, double sum, double squares)
    {
        var mean = sum / Math.Max(1, present);
        var variance = (squares / Math.Max(1, present)) - (mean * mean);
        if (present == 0 || !(variance > 1e-12 * mean * mean) || variance < 1e-30)
        {
            values.Clear();
            return;
        }

        var inverse = (float)(1 / Math.Sqrt(variance));
        for (var start = 0; start < values.Length; start += Block)
        {
            var block = values[start..Math.Min(start + Block, values.Length)];
            TensorPrimitives.Subtract(block, (float)mean, block);
            TensorPrimitives.Multiply(block, inverse, block);
        }
    }
}
