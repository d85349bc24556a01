using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>The exponential and what is made of it, 16 numbers at a time, with a relative error below 3e-7.</summary>
internal static class VectorMath
{
    /// <summary>e to the x, after the Cephes library (Moshier 1989): a power of two by the bits of the exponent, the rest by a polynomial.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-87f)), Vector512.Create(88f));
        var power = Vector512.Floor(Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), Vector512.Create(0.5f)));
        var rest = Vector512.FusedMultiplyAdd(power, Vector512.Create(-0.693359375f), x);
        rest = Vector512.FusedMultiplyAdd(power, Vector512.Create(2.12194440e-4f), rest);
        var value = Vector512.Create(1.9875691500e-4f);
        value = Vector512.FusedMultiplyAdd(value, rest, Vector512.Create(1.3981999507e-3f));
        value = Vector512.FusedMultiplyAdd(value, rest, Vector512.Create(8.3334519073e-3f));
        value = Vector512.FusedMultiplyAdd(value, rest, Vector512.Create(4.1665795894e-2f));
        value = Vector512.FusedMultiplyAdd(value, rest, Vector512.Create(1.6666665459e-1f));
        value = Vector512.FusedMultiplyAdd(value, rest, Vector512.Create(5.0000001201e-1f));
        value = Vector512.FusedMultiplyAdd(value, rest * rest, rest) + Vector512<float>.One;
        var scale = Vector512.ShiftLeft(Vector512.ConvertToInt32(power) + Vector512.Create(127), 23).AsSingle();
        return value * scale;
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>Hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => (Sigmoid(x + x) * 2f) - Vector512<float>.One;
}
