using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>
/// Numbers of many titles in the upper half of single precision (8 bits of mantissa), for weighted sums of many rows: the time of such a sum is that of
/// reading them.
/// </summary>
/// <param name="values">float[titles].</param>
internal sealed class NarrowRow(ReadOnlySpan<float> values)
{
    private readonly ushort[] _numbers = Rounded(values);

    /// <summary>sums[i] += factor * number of title (start + i).</summary>
    /// <param name="start">The first title.</param>
    /// <param name="factor">What all are multiplied with.</param>
    /// <param name="sums">float[titles to add].</param>
    public void Add(int start, float factor, Span<float> sums)
    {
        var numbers = _numbers.AsSpan(start, sums.Length);
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var number = ref MemoryMarshal.GetReference(numbers);
            ref var sum = ref MemoryMarshal.GetReference(sums);
            var factors = Vector256.Create(factor);
            for (; i + Vector256<ushort>.Count <= numbers.Length; i += Vector256<ushort>.Count)
            {
                var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref number, (nuint)i));
                var next = (nuint)(i + Vector256<float>.Count);
                Vector256.FusedMultiplyAdd((lower << 16).AsSingle(), factors, Vector256.LoadUnsafe(ref sum, (nuint)i)).StoreUnsafe(ref sum, (nuint)i);
                Vector256.FusedMultiplyAdd((upper << 16).AsSingle(), factors, Vector256.LoadUnsafe(ref sum, next)).StoreUnsafe(ref sum, next);
            }
        }

        for (; i < numbers.Length; i++)
            sums[i] = float.FusedMultiplyAdd(BitConverter.UInt32BitsToSingle((uint)numbers[i] << 16), factor, sums[i]);
    }

    // To the nearest, ties to even; what is finite stays so.
    private static ushort[] Rounded(ReadOnlySpan<float> values)
    {
        var rounded = new ushort[values.Length];
        for (var i = 0; i < rounded.Length; i++)
        {
            var bits = BitConverter.SingleToUInt32Bits(values[i]);
            rounded[i] = (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
        }

        return rounded;
    }
}
