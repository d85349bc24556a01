using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Orleans.Personalize.Training.LinearAlgebra;

/// <summary>
/// The innermost loop of a matrix product: a tile of C held in registers, after K. Goto and R. van de Geijn, "Anatomy of
/// High-Performance Matrix Multiplication" (2008). Every element is summed in the order of k, so the size of the tile does not change results.
/// </summary>
internal static unsafe class MicroKernel
{
    /// <summary>The largest tile that any kernel writes, in elements.</summary>
    public const int MaxTile = 12 * 32;

    /// <summary>Rows of the tile in registers.</summary>
    public static int Rows => Vector512.IsHardwareAccelerated ? 12 : 4;

    /// <summary>Columns of the tile in registers.</summary>
    public static int Columns => Vector512.IsHardwareAccelerated ? 32 : 16;

    /// <summary>Adds a product to a tile of C.</summary>
    /// <param name="depth">Length of the sums.</param>
    /// <param name="a">float[depth x Rows], packed.</param>
    /// <param name="b">float[depth x Columns], packed.</param>
    /// <param name="c">The tile's first element.</param>
    /// <param name="step">Distance between the tile's rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(int depth, float* a, float* b, float* c, nint step)
    {
        if (Vector512.IsHardwareAccelerated)
            Run12x32(depth, a, b, c, step);
        else
            Run4x16(depth, a, b, c, step);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Run12x32(int depth, float* a, float* b, float* c, nint step)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector512<float> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        Vector512<float> c60 = default, c61 = default, c70 = default, c71 = default, c80 = default, c81 = default;
        Vector512<float> c90 = default, c91 = default, ca0 = default, ca1 = default, cb0 = default, cb1 = default;
        for (var k = 0; k < depth; k++, a += 12, b += 32)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var factor = Broadcast(a);
            c00 = Vector512.FusedMultiplyAdd(b0, factor, c00);
            c01 = Vector512.FusedMultiplyAdd(b1, factor, c01);
            factor = Broadcast(a + 1);
            c10 = Vector512.FusedMultiplyAdd(b0, factor, c10);
            c11 = Vector512.FusedMultiplyAdd(b1, factor, c11);
            factor = Broadcast(a + 2);
            c20 = Vector512.FusedMultiplyAdd(b0, factor, c20);
            c21 = Vector512.FusedMultiplyAdd(b1, factor, c21);
            factor = Broadcast(a + 3);
            c30 = Vector512.FusedMultiplyAdd(b0, factor, c30);
            c31 = Vector512.FusedMultiplyAdd(b1, factor, c31);
            factor = Broadcast(a + 4);
            c40 = Vector512.FusedMultiplyAdd(b0, factor, c40);
            c41 = Vector512.FusedMultiplyAdd(b1, factor, c41);
            factor = Broadcast(a + 5);
            c50 = Vector512.FusedMultiplyAdd(b0, factor, c50);
            c51 = Vector512.FusedMultiplyAdd(b1, factor, c51);
            factor = Broadcast(a + 6);
            c60 = Vector512.FusedMultiplyAdd(b0, factor, c60);
            c61 = Vector512.FusedMultiplyAdd(b1, factor, c61);
            factor = Broadcast(a + 7);
            c70 = Vector512.FusedMultiplyAdd(b0, factor, c70);
            c71 = Vector512.FusedMultiplyAdd(b1, factor, c71);
            factor = Broadcast(a + 8);
            c80 = Vector512.FusedMultiplyAdd(b0, factor, c80);
            c81 = Vector512.FusedMultiplyAdd(b1, factor, c81);
            factor = Broadcast(a + 9);
            c90 = Vector512.FusedMultiplyAdd(b0, factor, c90);
            c91 = Vector512.FusedMultiplyAdd(b1, factor, c91);
            factor = Broadcast(a + 10);
            ca0 = Vector512.FusedMultiplyAdd(b0, factor, ca0);
            ca1 = Vector512.FusedMultiplyAdd(b1, factor, ca1);
            factor = Broadcast(a + 11);
            cb0 = Vector512.FusedMultiplyAdd(b0, factor, cb0);
            cb1 = Vector512.FusedMultiplyAdd(b1, factor, cb1);
        }

        Store(c, c00, c01);
        Store(c += step, c10, c11);
        Store(c += step, c20, c21);
        Store(c += step, c30, c31);
        Store(c += step, c40, c41);
        Store(c += step, c50, c51);
        Store(c += step, c60, c61);
        Store(c += step, c70, c71);
        Store(c += step, c80, c81);
        Store(c += step, c90, c91);
        Store(c += step, ca0, ca1);
        Store(c + step, cb0, cb1);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Run4x16(int depth, float* a, float* b, float* c, nint step)
    {
        Vector256<float> c00 = default, c01 = default, c10 = default, c11 = default;
        Vector256<float> c20 = default, c21 = default, c30 = default, c31 = default;
        for (var k = 0; k < depth; k++, a += 4, b += 16)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 8);
            (c00, c01) = Add(a[0], b0, b1, c00, c01);
            (c10, c11) = Add(a[1], b0, b1, c10, c11);
            (c20, c21) = Add(a[2], b0, b1, c20, c21);
            (c30, c31) = Add(a[3], b0, b1, c30, c31);
        }

        Store(c, c00, c01);
        Store(c += step, c10, c11);
        Store(c += step, c20, c21);
        Store(c + step, c30, c31);
    }

    // Loaded as a vector, so that the processor broadcasts from memory; Vector512.Create would take a slot from the additions.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Broadcast(float* value) => Avx512F.BroadcastScalarToVector512(Sse.LoadScalarVector128(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Left, Vector256<float> Right) Add(
        float a, Vector256<float> b0, Vector256<float> b1, Vector256<float> left, Vector256<float> right)
    {
        var factor = Vector256.Create(a);
        return (Vector256.FusedMultiplyAdd(factor, b0, left), Vector256.FusedMultiplyAdd(factor, b1, right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, Vector512<float> left, Vector512<float> right)
    {
        (Vector512.Load(c) + left).Store(c);
        (Vector512.Load(c + 16) + right).Store(c + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, Vector256<float> left, Vector256<float> right)
    {
        (Vector256.Load(c) + left).Store(c);
        (Vector256.Load(c + 8) + right).Store(c + 8);
    }
}
