using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>
/// Vectors of many titles for products with one vector, in the upper half of single precision (8 bits of mantissa): the time of such a product
/// is that of reading them. Kept in panels of 32 titles, ushort[panels][dimension x 32], so that a product runs along memory.
/// </summary>
/// <param name="titles">How many titles.</param>
/// <param name="dimension">Length of a vector.</param>
internal sealed class NarrowPanels(int titles, int dimension)
{
    private const int Panel = 32;
    private const int Half = Panel / 2;

    // Elements, 2 kB.
    private const int Ahead = 1024;

    private readonly ushort[] _elements = new ushort[(titles + Panel - 1) / Panel * Panel * dimension];

    /// <summary>The same vectors as lie in panels of single precision.</summary>
    /// <param name="panels">float[panels][dimension x 32].</param>
    /// <param name="titles">How many titles.</param>
    /// <param name="dimension">Length of a vector.</param>
    public static NarrowPanels Of(ReadOnlySpan<float> panels, int titles, int dimension)
    {
        var narrow = new NarrowPanels(titles, dimension);
        for (var row = 0; row < narrow._elements.Length; row += Panel)
        {
            for (var title = 0; title < Panel; title++)
                narrow._elements[row + PlaceOf(title)] = Round(panels[row + title]);
        }

        return narrow;
    }

    /// <summary>Puts the vector of a title in.</summary>
    public void Set(int title, ReadOnlySpan<float> vector)
    {
        var panel = _elements.AsSpan(title / Panel * Panel * dimension, Panel * dimension);
        for (var i = 0; i < vector.Length; i++)
            panel[(i * Panel) + PlaceOf(title % Panel)] = Round(vector[i]);
    }

    /// <summary>result[title] += vector * vector of the title.</summary>
    /// <param name="vector">float[dimension].</param>
    /// <param name="result">float[titles].</param>
    public void Add(ReadOnlySpan<float> vector, Span<float> result)
    {
        Span<float> rest = stackalloc float[Panel];
        for (var title = 0; title < titles; title += Panel)
        {
            var panel = _elements.AsSpan(title * dimension, Panel * dimension);
            if (title + Panel <= titles)
            {
                Add(vector, panel, result.Slice(title, Panel));
                continue;
            }

            var last = result[title..titles];
            last.CopyTo(rest);
            Add(vector, panel, rest);
            rest[..last.Length].CopyTo(last);
        }
    }

    private static void Add(ReadOnlySpan<float> vector, ReadOnlySpan<ushort> panel, Span<float> target)
    {
        if (Vector512.IsHardwareAccelerated)
            AddWide(vector, panel, target);
        else
            AddNarrow(vector, panel, target);
    }

    // A title of the first half of the panel and one of the second lie in 32 bits: a shift gives the one, a mask the other.
    private static void AddWide(ReadOnlySpan<float> vector, ReadOnlySpan<ushort> panel, Span<float> target)
    {
        ref var element = ref MemoryMarshal.GetReference(panel);
        var mask = Vector512.Create(0xFFFF0000);
        Vector512<float> lower = default, upper = default, lowerOdd = default, upperOdd = default;
        var k = 0;
        for (; k + 2 <= vector.Length; k += 2, element = ref Unsafe.Add(ref element, 2 * Panel))
        {
            Announce(ref element);
            var even = Vector512.LoadUnsafe(ref element).AsUInt32();
            var odd = Vector512.LoadUnsafe(ref element, Panel).AsUInt32();
            var (ofEven, ofOdd) = (Vector512.Create(vector[k]), Vector512.Create(vector[k + 1]));
            lower = Vector512.FusedMultiplyAdd((even << 16).AsSingle(), ofEven, lower);
            upper = Vector512.FusedMultiplyAdd((even & mask).AsSingle(), ofEven, upper);
            lowerOdd = Vector512.FusedMultiplyAdd((odd << 16).AsSingle(), ofOdd, lowerOdd);
            upperOdd = Vector512.FusedMultiplyAdd((odd & mask).AsSingle(), ofOdd, upperOdd);
        }

        if (k < vector.Length)
        {
            var last = Vector512.LoadUnsafe(ref element).AsUInt32();
            lower = Vector512.FusedMultiplyAdd((last << 16).AsSingle(), Vector512.Create(vector[k]), lower);
            upper = Vector512.FusedMultiplyAdd((last & mask).AsSingle(), Vector512.Create(vector[k]), upper);
        }

        (Vector512.Create<float>(target) + lower + lowerOdd).CopyTo(target);
        (Vector512.Create<float>(target[Half..]) + upper + upperOdd).CopyTo(target[Half..]);
    }

    // Has what comes after a while brought near; what takes time is waiting for memory. It may lie beyond the end, where nothing is read.
    private static unsafe void Announce(ref ushort element)
    {
        if (!Sse.IsSupported)
            return;
        var ahead = (ushort*)Unsafe.AsPointer(ref element) + Ahead;
        Sse.Prefetch0(ahead);
        Sse.Prefetch0(ahead + Panel);
    }

    private static void AddNarrow(ReadOnlySpan<float> vector, ReadOnlySpan<ushort> panel, Span<float> target)
    {
        var mask = Vector256.Create(0xFFFF0000);
        for (var column = 0; column < Half; column += Vector256<float>.Count)
        {
            ref var element = ref Unsafe.Add(ref MemoryMarshal.GetReference(panel), 2 * column);
            Vector256<float> lower = default, upper = default;
            for (var k = 0; k < vector.Length; k++, element = ref Unsafe.Add(ref element, Panel))
            {
                var two = Vector256.LoadUnsafe(ref element).AsUInt32();
                lower = Vector256.FusedMultiplyAdd((two << 16).AsSingle(), Vector256.Create(vector[k]), lower);
                upper = Vector256.FusedMultiplyAdd((two & mask).AsSingle(), Vector256.Create(vector[k]), upper);
            }

            (Vector256.Create<float>(target[column..]) + lower).CopyTo(target[column..]);
            (Vector256.Create<float>(target[(Half + column)..]) + upper).CopyTo(target[(Half + column)..]);
        }
    }

    private static int PlaceOf(int title) => (title % Half * 2) + (title / Half);

    // To the nearest; what is finite stays so.
    private static ushort Round(float value) => (ushort)((BitConverter.SingleToUInt32Bits(value) + 0x7FFF + ((BitConverter.SingleToUInt32Bits(value) >> 16) & 1)) >> 16);
}
