using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>
/// Rows of numbers of many titles in the upper half of single precision (8 bits of mantissa), for weighted sums of rows: the time of such a sum is
/// that of reading them. Block by block of titles, ushort[blocks][rows][1024], so that all rows of a block lie one after another.
/// </summary>
/// <param name="rows">How many rows.</param>
/// <param name="titles">Length of a row.</param>
internal sealed class NarrowRows(int rows, int titles)
{
    /// <summary>Titles that are added up at once: their sums stay in the fastest cache.</summary>
    public const int Block = 1024;

    private readonly ushort[] _numbers = new ushort[(titles + Block - 1) / Block * Block * rows];

    /// <summary>Puts a row in.</summary>
    /// <param name="row">Which one.</param>
    /// <param name="values">float[titles], finite.</param>
    public void Set(int row, ReadOnlySpan<float> values)
    {
        for (var title = 0; title < titles; title++)
            _numbers[PlaceOf(row, title)] = Round(values[title]);
    }

    /// <summary>sums[i] += factor * number of title (start + i).</summary>
    /// <param name="row">Which row.</param>
    /// <param name="start">The first title, a multiple of <see cref="Block"/>.</param>
    /// <param name="factor">What all are multiplied with.</param>
    /// <param name="sums">float[titles to add], one block at most.</param>
    public void Add(int row, int start, float factor, Span<float> sums)
    {
        var numbers = _numbers.AsSpan(PlaceOf(row, start), sums.Length);
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

    private int PlaceOf(int row, int title) => (((title / Block * rows) + row) * Block) + (title % Block);

    // To the nearest, ties to even; what is finite stays so.
    private static ushort Round(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
