using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>Adds sparse rows in half precision to dense sums.</summary>
internal static class SparseRow
{
    // Weights that are widened at once.
    private const int Block = 256;

    // Numbers of 16 bits that a cache line has.
    private const int Line = 32;

    /// <summary>By how much the bits of positive numbers in half precision are moved to stand where those of single precision do.</summary>
    public const int Shift = 13;

    private const int Sign = 0x8000;

    /// <summary>What is too small of them then, by the difference of the exponents' offsets.</summary>
    public static readonly float Offset = BitConverter.Int32BitsToSingle((127 + 112) << 23);

    /// <summary>
    /// How many sums stay in the fastest cache while rows are added to them. Rows that are many are added block by block of sums: what takes time is waiting for sums that lie
    /// further away.
    /// </summary>
    public const int SumsTogether = 8192;

    /// <summary>How many rows ahead of the one that is added another is announced.</summary>
    public const int Ahead = 3;

    /// <summary>sums[titles[i]] += factor * weights[i].</summary>
    /// <param name="titles">Places of the sums; all must be there.</param>
    /// <param name="weights">Bits of finite numbers in half precision, beside them.</param>
    /// <param name="factor">What all are multiplied with.</param>
    /// <param name="sums">What is added to.</param>
    [SkipLocalsInit]
    public static void Add(ReadOnlySpan<ushort> titles, ReadOnlySpan<ushort> weights, float factor, Span<float> sums)
    {
        Span<float> wide = stackalloc float[Block];
        for (var start = 0; start < titles.Length; start += Block)
        {
            var length = Math.Min(Block, titles.Length - start);
            Widen(weights.Slice(start, length), factor, wide);
            Scatter(titles.Slice(start, length), wide, sums);
        }
    }

    /// <summary>Has a row brought near that is going to be added soon: what takes time is waiting for memory.</summary>
    /// <param name="titles">As for <see cref="Add"/>.</param>
    /// <param name="weights">As for <see cref="Add"/>.</param>
    public static void Announce(ReadOnlySpan<ushort> titles, ReadOnlySpan<ushort> weights)
    {
        for (var i = 0; i < titles.Length; i += Line)
        {
            Prefetch.Of(in titles[i]);
            Prefetch.Of(in weights[i]);
        }
    }

    private static void Widen(ReadOnlySpan<ushort> weights, float factor, Span<float> wide)
    {
        var scale = Offset * factor;
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var weight = ref MemoryMarshal.GetReference(weights);
            ref var target = ref MemoryMarshal.GetReference(wide);
            var (scales, sign) = (Vector256.Create(scale), Vector256.Create((uint)Sign));
            for (; i + Vector128<ushort>.Count <= weights.Length; i += Vector128<ushort>.Count)
            {
                var narrow = Vector128.LoadUnsafe(ref weight, (nuint)i);
                var bits = Vector256.Create(Vector128.WidenLower(narrow), Vector128.WidenUpper(narrow));
                var signs = (bits & sign) << 16;
                var sizes = Vector256.AndNot(bits, sign) << Shift;
                ((sizes | signs).AsSingle() * scales).StoreUnsafe(ref target, (nuint)i);
            }
        }

        for (; i < weights.Length; i++)
        {
            var bits = ((weights[i] & Sign) << 16) | ((weights[i] & ~Sign) << Shift);
            wide[i] = BitConverter.Int32BitsToSingle(bits) * scale;
        }
    }

    // Models are checked when they are read: no row names a title beyond the sums.
    private static void Scatter(ReadOnlySpan<ushort> titles, ReadOnlySpan<float> wide, Span<float> sums)
    {
        ref var title = ref MemoryMarshal.GetReference(titles);
        ref var value = ref MemoryMarshal.GetReference(wide);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        nuint i = 0;
        for (; i + 4 <= (nuint)titles.Length; i += 4)
        {
            Unsafe.Add(ref sum, Unsafe.Add(ref title, i)) += Unsafe.Add(ref value, i);
            Unsafe.Add(ref sum, Unsafe.Add(ref title, i + 1)) += Unsafe.Add(ref value, i + 1);
            Unsafe.Add(ref sum, Unsafe.Add(ref title, i + 2)) += Unsafe.Add(ref value, i + 2);
            Unsafe.Add(ref sum, Unsafe.Add(ref title, i + 3)) += Unsafe.Add(ref value, i + 3);
        }

        for (; i < (nuint)titles.Length; i++)
            Unsafe.Add(ref sum, Unsafe.Add(ref title, i)) += Unsafe.Add(ref value, i);
    }
}
