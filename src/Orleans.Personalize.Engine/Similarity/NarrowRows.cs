using System.Runtime.CompilerServices;
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

    // Titles whose sums fit into registers.
    private const int Together = 32;

    private readonly ushort[] _numbers = new ushort[(titles + Block - 1) / Block * Block * rows];

    /// <summary>Puts a row in.</summary>
    /// <param name="row">Which one.</param>
    /// <param name="values">float[titles], finite.</param>
    public void Set(int row, ReadOnlySpan<float> values)
    {
        for (var title = 0; title < titles; title++)
            _numbers[PlaceOf(row, title)] = Round(values[title]);
    }

    /// <summary>sums[i] += for each row its factor * its number of title (start + i).</summary>
    /// <param name="factors">float[rows]; a row whose factor is 0 is not read.</param>
    /// <param name="start">The first title, a multiple of <see cref="Block"/>.</param>
    /// <param name="sums">float[titles to add], one block at most.</param>
    public void Add(ReadOnlySpan<float> factors, int start, Span<float> sums)
    {
        Span<int> read = stackalloc int[rows];
        var count = 0;
        for (var row = 0; row < rows; row++)
        {
            if (factors[row] != 0)
                read[count++] = row;
        }

        if (count == 0)
            return;
        read = read[..count];
        var numbers = _numbers.AsSpan(start * rows, rows * Block);
        var title = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; title + Together <= sums.Length; title += Together)
                AddTogether(read, factors, ref numbers[title], ref sums[title]);
        }

        for (; title < sums.Length; title++)
        {
            foreach (var row in read)
                sums[title] = float.FusedMultiplyAdd(BitConverter.UInt32BitsToSingle((uint)numbers[(row * Block) + title] << 16), factors[row], sums[title]);
        }
    }

    // The sums stay in registers while the rows pass by.
    private static void AddTogether(ReadOnlySpan<int> read, ReadOnlySpan<float> factors, ref ushort numbers, ref float sums)
    {
        var first = Vector256.LoadUnsafe(ref sums);
        var second = Vector256.LoadUnsafe(ref sums, 8);
        var third = Vector256.LoadUnsafe(ref sums, 16);
        var fourth = Vector256.LoadUnsafe(ref sums, 24);
        foreach (var row in read)
        {
            ref var number = ref Unsafe.Add(ref numbers, row * Block);
            var factor = Vector256.Create(factors[row]);
            var (a, b) = Vector256.Widen(Vector256.LoadUnsafe(ref number));
            var (c, d) = Vector256.Widen(Vector256.LoadUnsafe(ref number, 16));
            first = Vector256.FusedMultiplyAdd((a << 16).AsSingle(), factor, first);
            second = Vector256.FusedMultiplyAdd((b << 16).AsSingle(), factor, second);
            third = Vector256.FusedMultiplyAdd((c << 16).AsSingle(), factor, third);
            fourth = Vector256.FusedMultiplyAdd((d << 16).AsSingle(), factor, fourth);
        }

        first.StoreUnsafe(ref sums);
        second.StoreUnsafe(ref sums, 8);
        third.StoreUnsafe(ref sums, 16);
        fourth.StoreUnsafe(ref sums, 24);
    }

    private int PlaceOf(int row, int title) => (((title / Block * rows) + row) * Block) + (title % Block);

    // To the nearest, ties to even; what is finite stays so.
    private static ushort Round(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
