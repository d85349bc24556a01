using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>
/// Vectors of many titles for products with one vector, in whole numbers of 8 bits and a scale for each title: the time of such a product is that
/// of reading them. The one vector has up to 16 bits, and sums are whole numbers, the same on every machine. Kept in panels of 32 titles,
/// sbyte[panels][dimension / 2][32 x 2], so that a product runs along memory, two numbers of every title at a time.
/// </summary>
internal sealed class NarrowPanels
{
    private const int Panel = 32;

    // Numbers of a title that lie side by side.
    private const int Pair = 2;
    private const int Line = Panel * Pair;

    // Bytes, 2 kB.
    private const int Ahead = 2048;

    private readonly int _titles;
    private readonly int _pairs;

    // The largest whole number in the one vector with which no sum is too large.
    private readonly int _largest;
    private readonly sbyte[] _elements;
    private readonly float[] _scales;

    /// <summary>Makes room for vectors, all zeros.</summary>
    /// <param name="titles">How many titles.</param>
    /// <param name="dimension">Length of a vector.</param>
    public NarrowPanels(int titles, int dimension)
    {
        _titles = titles;
        _pairs = (dimension + Pair - 1) / Pair;
        _largest = Math.Min(short.MaxValue, int.MaxValue / (sbyte.MaxValue * Math.Max(1, Pair * _pairs)));
        var panels = (titles + Panel - 1) / Panel;
        _elements = new sbyte[panels * _pairs * Line];
        _scales = new float[panels * Panel];
    }

    /// <summary>The same vectors as lie in panels of single precision.</summary>
    /// <param name="panels">float[panels][dimension x 32].</param>
    /// <param name="titles">How many titles.</param>
    /// <param name="dimension">Length of a vector.</param>
    public static NarrowPanels Of(ReadOnlySpan<float> panels, int titles, int dimension)
    {
        var narrow = new NarrowPanels(titles, dimension);
        var vector = new float[dimension];
        for (var title = 0; title < titles; title++)
        {
            var panel = panels[(title / Panel * Panel * dimension)..];
            for (var i = 0; i < dimension; i++)
                vector[i] = panel[(i * Panel) + (title % Panel)];
            narrow.Set(title, vector);
        }

        return narrow;
    }

    /// <summary>Puts the vector of a title in.</summary>
    public void Set(int title, ReadOnlySpan<float> vector)
    {
        var largest = LargestOf(vector);
        _scales[title] = largest / sbyte.MaxValue;
        var panel = _elements.AsSpan(title / Panel * _pairs * Line, _pairs * Line);
        for (var i = 0; i < vector.Length; i++)
            panel[(i / Pair * Line) + (title % Panel * Pair) + (i % Pair)] = largest > 0 ? (sbyte)MathF.Round(vector[i] / largest * sbyte.MaxValue) : (sbyte)0;
    }

    /// <summary>result[title] += vector * vector of the title.</summary>
    /// <param name="vector">float[dimension].</param>
    /// <param name="result">float[titles].</param>
    public void Add(ReadOnlySpan<float> vector, Span<float> result)
    {
        var largest = LargestOf(vector);
        if (!(largest > 0))
            return;
        Span<short> whole = stackalloc short[_pairs * Pair];
        whole.Clear();
        for (var i = 0; i < vector.Length; i++)
            whole[i] = (short)MathF.Round(vector[i] / largest * _largest);
        var pairs = MemoryMarshal.Cast<short, int>(whole);
        var scale = largest / _largest;
        Span<int> sums = stackalloc int[Panel];
        for (var title = 0; title < _titles; title += Panel)
        {
            Multiply(pairs, _elements.AsSpan(title * Pair * _pairs, Line * _pairs), sums);
            AddScaled(sums, _scales.AsSpan(title, Panel), scale, result[title..Math.Min(title + Panel, _titles)]);
        }
    }

    private static float LargestOf(ReadOnlySpan<float> vector) => vector.IsEmpty ? 0 : MathF.Abs(TensorPrimitives.MaxMagnitude(vector));

    private static void AddScaled(ReadOnlySpan<int> sums, ReadOnlySpan<float> scales, float scale, Span<float> result)
    {
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i + Vector256<float>.Count <= result.Length; i += Vector256<float>.Count)
            {
                var products = Vector256.ConvertToSingle(Vector256.Create(sums[i..])) * (Vector256.Create(scales[i..]) * scale);
                (Vector256.Create<float>(result[i..]) + products).CopyTo(result[i..]);
            }
        }

        for (; i < result.Length; i++)
            result[i] += sums[i] * (scales[i] * scale);
    }

    // Of every title of a panel.
    private static void Multiply(ReadOnlySpan<int> pairs, ReadOnlySpan<sbyte> panel, Span<int> sums)
    {
        if (Avx512BW.IsSupported)
            MultiplyWide(pairs, panel, sums);
        else if (Avx2.IsSupported)
            MultiplyHalf(pairs, panel, sums);
        else
            MultiplyAnywhere(pairs, panel, sums);
    }

    private static void MultiplyWide(ReadOnlySpan<int> pairs, ReadOnlySpan<sbyte> panel, Span<int> sums)
    {
        ref var element = ref MemoryMarshal.GetReference(panel);
        Vector512<int> first = default, second = default;
        foreach (var pair in pairs)
        {
            Announce(ref element);
            var both = Vector512.Create(pair).AsInt16();
            first += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref element)), both);
            second += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref element, Line / 2)), both);
            element = ref Unsafe.Add(ref element, Line);
        }

        first.CopyTo(sums);
        second.CopyTo(sums[(Panel / 2)..]);
    }

    private static void MultiplyHalf(ReadOnlySpan<int> pairs, ReadOnlySpan<sbyte> panel, Span<int> sums)
    {
        ref var element = ref MemoryMarshal.GetReference(panel);
        Vector256<int> first = default, second = default, third = default, fourth = default;
        foreach (var pair in pairs)
        {
            Announce(ref element);
            var both = Vector256.Create(pair).AsInt16();
            first += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref element)), both);
            second += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref element, Line / 4)), both);
            third += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref element, Line / 2)), both);
            fourth += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref element, 3 * Line / 4)), both);
            element = ref Unsafe.Add(ref element, Line);
        }

        first.CopyTo(sums);
        second.CopyTo(sums[(Panel / 4)..]);
        third.CopyTo(sums[(Panel / 2)..]);
        fourth.CopyTo(sums[(3 * Panel / 4)..]);
    }

    // Four titles at a time, whose two products are added up at the end.
    private static void MultiplyAnywhere(ReadOnlySpan<int> pairs, ReadOnlySpan<sbyte> panel, Span<int> sums)
    {
        for (var title = 0; title < Panel; title += Vector128<int>.Count)
        {
            Vector128<int> lower = default, upper = default;
            ref var element = ref Unsafe.Add(ref MemoryMarshal.GetReference(panel), title * Pair);
            foreach (var pair in pairs)
            {
                var numbers = Vector128.WidenLower(Vector64.LoadUnsafe(ref element).ToVector128());
                var both = Vector128.WidenLower(Vector128.Create(pair).AsInt16());
                lower += Vector128.WidenLower(numbers) * both;
                upper += Vector128.WidenUpper(numbers) * both;
                element = ref Unsafe.Add(ref element, Line);
            }

            (sums[title], sums[title + 1]) = (lower[0] + lower[1], lower[2] + lower[3]);
            (sums[title + 2], sums[title + 3]) = (upper[0] + upper[1], upper[2] + upper[3]);
        }
    }

    // Has what comes after a while brought near; what takes time is waiting for memory. It may lie beyond the end, where nothing is read.
    private static unsafe void Announce(ref sbyte element) => Sse.Prefetch0((sbyte*)Unsafe.AsPointer(ref element) + Ahead);
}
