using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>
/// Products with rows of a matrix, four rows at a time: every element of the result is then read and written once for four rows, and no
/// row waits for the sum of the one before.
/// </summary>
internal static class RowProducts
{
    private const int Together = 4;

    /// <summary>result += factor * (sum of weights[i] * row i).</summary>
    /// <param name="rows">float[weights.Length x result.Length], row-major.</param>
    /// <param name="weights">One for each row.</param>
    /// <param name="factor">What all are multiplied with.</param>
    /// <param name="result">float[dimension].</param>
    public static void AddRows(ReadOnlySpan<float> rows, ReadOnlySpan<float> weights, float factor, Span<float> result)
    {
        var dimension = result.Length;
        var row = 0;
        if (IsWide(dimension))
        {
            for (; row + Together <= weights.Length; row += Together)
            {
                ref var first = ref MemoryMarshal.GetReference(rows.Slice(row * dimension, Together * dimension));
                AddFour(
                    ref first,
                    ref Unsafe.Add(ref first, dimension),
                    ref Unsafe.Add(ref first, 2 * dimension),
                    ref Unsafe.Add(ref first, 3 * dimension),
                    factor * Vector128.Create(weights[row], weights[row + 1], weights[row + 2], weights[row + 3]),
                    result);
            }
        }

        for (; row < weights.Length; row++)
            TensorPrimitives.MultiplyAdd(rows.Slice(row * dimension, dimension), factor * weights[row], result, result);
    }

    /// <summary>result += sum of (row * x) * row over some rows.</summary>
    /// <param name="numbers">Which rows.</param>
    /// <param name="rows">float[rows x dimension], row-major.</param>
    /// <param name="x">float[dimension].</param>
    /// <param name="result">float[dimension].</param>
    public static void AddSquare(ReadOnlySpan<int> numbers, ReadOnlySpan<float> rows, ReadOnlySpan<float> x, Span<float> result)
    {
        var dimension = x.Length;
        var at = 0;
        if (IsWide(dimension))
        {
            for (; at + Together <= numbers.Length; at += Together)
            {
                ref var a = ref Row(rows, numbers[at], dimension);
                ref var b = ref Row(rows, numbers[at + 1], dimension);
                ref var c = ref Row(rows, numbers[at + 2], dimension);
                ref var d = ref Row(rows, numbers[at + 3], dimension);
                AddFour(ref a, ref b, ref c, ref d, DotFour(ref a, ref b, ref c, ref d, x), result);
            }
        }

        for (; at < numbers.Length; at++)
        {
            var row = rows.Slice(numbers[at] * dimension, dimension);
            TensorPrimitives.MultiplyAdd(row, TensorPrimitives.Dot(row, x), result, result);
        }
    }

    /// <summary>matrix += sum of row' * row over some rows.</summary>
    /// <param name="numbers">Which rows.</param>
    /// <param name="rows">float[rows x dimension], row-major.</param>
    /// <param name="dimension">Length of a row.</param>
    /// <param name="matrix">float[dimension x dimension], row-major.</param>
    public static void AddSquares(ReadOnlySpan<int> numbers, ReadOnlySpan<float> rows, int dimension, Span<float> matrix)
    {
        var at = 0;
        if (IsWide(dimension))
        {
            for (; at + Together <= numbers.Length; at += Together)
            {
                ref var a = ref Row(rows, numbers[at], dimension);
                ref var b = ref Row(rows, numbers[at + 1], dimension);
                ref var c = ref Row(rows, numbers[at + 2], dimension);
                ref var d = ref Row(rows, numbers[at + 3], dimension);
                for (var i = 0; i < dimension; i++)
                {
                    var factors = Vector128.Create(Unsafe.Add(ref a, i), Unsafe.Add(ref b, i), Unsafe.Add(ref c, i), Unsafe.Add(ref d, i));
                    AddFour(ref a, ref b, ref c, ref d, factors, matrix.Slice(i * dimension, dimension));
                }
            }
        }

        for (; at < numbers.Length; at++)
        {
            var row = rows.Slice(numbers[at] * dimension, dimension);
            for (var i = 0; i < dimension; i++)
            {
                var target = matrix.Slice(i * dimension, dimension);
                TensorPrimitives.MultiplyAdd(row, row[i], target, target);
            }
        }
    }

    private static bool IsWide(int dimension) => Vector512.IsHardwareAccelerated && dimension % Vector512<float>.Count == 0;

    private static ref float Row(ReadOnlySpan<float> rows, int number, int dimension) =>
        ref MemoryMarshal.GetReference(rows.Slice(number * dimension, dimension));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> DotFour(ref float a, ref float b, ref float c, ref float d, ReadOnlySpan<float> x)
    {
        Vector512<float> sumA = default, sumB = default, sumC = default, sumD = default;
        ref var element = ref MemoryMarshal.GetReference(x);
        for (nuint i = 0; i < (nuint)x.Length; i += (nuint)Vector512<float>.Count)
        {
            var value = Vector512.LoadUnsafe(ref element, i);
            sumA = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, i), value, sumA);
            sumB = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref b, i), value, sumB);
            sumC = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref c, i), value, sumC);
            sumD = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref d, i), value, sumD);
        }

        return Vector128.Create(Vector512.Sum(sumA), Vector512.Sum(sumB), Vector512.Sum(sumC), Vector512.Sum(sumD));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFour(ref float a, ref float b, ref float c, ref float d, Vector128<float> weights, Span<float> result)
    {
        var (ofA, ofB, ofC, ofD) = (Vector512.Create(weights[0]), Vector512.Create(weights[1]), Vector512.Create(weights[2]), Vector512.Create(weights[3]));
        ref var element = ref MemoryMarshal.GetReference(result);
        for (nuint i = 0; i < (nuint)result.Length; i += (nuint)Vector512<float>.Count)
        {
            var first = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, i), ofA, Vector512.LoadUnsafe(ref element, i));
            var second = Vector512.LoadUnsafe(ref b, i) * ofB;
            first = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref c, i), ofC, first);
            second = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref d, i), ofD, second);
            (first + second).StoreUnsafe(ref element, i);
        }
    }
}
