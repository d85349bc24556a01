using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orleans.Personalize.Engine.Similarity.Sequence;

/// <summary>Products of a vector with a matrix kept in panels of 32 columns.</summary>
internal static class PanelProduct
{
    private const int Panel = SequenceShape.Panel;

    /// <summary>result += vector * matrix.</summary>
    /// <param name="vector">float[rows].</param>
    /// <param name="panels">float[columns / 32][rows x 32].</param>
    /// <param name="result">float[columns].</param>
    public static void Add(ReadOnlySpan<float> vector, ReadOnlySpan<float> panels, Span<float> result)
    {
        for (var column = 0; column < result.Length; column += Panel)
        {
            var panel = panels.Slice(column * vector.Length, Panel * vector.Length);
            var target = result.Slice(column, Panel);
            if (Vector512.IsHardwareAccelerated)
                AddWide(vector, panel, target);
            else
                AddNarrow(vector, panel, target);
        }
    }

    // Even and odd rows are summed apart, so that no sum waits for the one before.
    private static void AddWide(ReadOnlySpan<float> vector, ReadOnlySpan<float> panel, Span<float> target)
    {
        ref var element = ref MemoryMarshal.GetReference(panel);
        Vector512<float> a = default, b = default, c = default, d = default;
        for (var k = 0; k < vector.Length; k += 2, element = ref Unsafe.Add(ref element, 2 * Panel))
        {
            var even = Vector512.Create(vector[k]);
            var odd = Vector512.Create(vector[k + 1]);
            a = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref element), even, a);
            b = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref element, 16), even, b);
            c = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref element, 32), odd, c);
            d = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref element, 48), odd, d);
        }

        (Vector512.Create<float>(target) + (a + c)).CopyTo(target);
        (Vector512.Create<float>(target[16..]) + (b + d)).CopyTo(target[16..]);
    }

    private static void AddNarrow(ReadOnlySpan<float> vector, ReadOnlySpan<float> panel, Span<float> target)
    {
        for (var column = 0; column < Panel; column += 8)
        {
            ref var element = ref Unsafe.Add(ref MemoryMarshal.GetReference(panel), column);
            Vector256<float> even = default, odd = default;
            for (var k = 0; k < vector.Length; k += 2, element = ref Unsafe.Add(ref element, 2 * Panel))
            {
                even = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref element), Vector256.Create(vector[k]), even);
                odd = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref element, Panel), Vector256.Create(vector[k + 1]), odd);
            }

            (Vector256.Create<float>(target[column..]) + (even + odd)).CopyTo(target[column..]);
        }
    }
}
