using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>
/// Products with panels: matrices cut into strips of 32 columns, each strip float[depth x 32]. A tile of 8 x 32 results is held in registers,
/// after K. Goto and R. van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008); everything is cut so that there are no edges.
/// Every element is summed in the order of k, on every processor.
/// </summary>
internal static unsafe class TileProduct
{
    /// <summary>Rows of a tile: all numbers of rows are multiples of it.</summary>
    public const int Rows = 8;

    /// <summary>Columns of a tile: all numbers of columns are multiples of it.</summary>
    public const int Columns = 32;

    /// <summary>C := A B, or C += A B, for one strip of 32 columns.</summary>
    /// <param name="rows">Rows of A and C, a multiple of <see cref="Rows"/>.</param>
    /// <param name="depth">Columns of A, rows of B.</param>
    /// <param name="a">First element of A.</param>
    /// <param name="aRow">Distance from one row of A to the next.</param>
    /// <param name="aStep">Distance from one column of A to the next.</param>
    /// <param name="b">First element of the strip, float[depth x 32].</param>
    /// <param name="c">First element of the strip of C.</param>
    /// <param name="cRow">Distance from one row of C to the next.</param>
    /// <param name="add">Whether to add to C.</param>
    public static void Strip(int rows, int depth, float* a, nint aRow, nint aStep, float* b, float* c, nint cRow, bool add)
    {
        for (var row = 0; row < rows; row += Rows, a += Rows * aRow, c += Rows * cRow)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                Tile8x32(depth, a, aRow, aStep, b, c, cRow, add);
            }
            else
            {
                for (var i = 0; i < Rows; i += 4)
                {
                    Tile4x16(depth, a + (i * aRow), aRow, aStep, b, c + (i * cRow), cRow, add);
                    Tile4x16(depth, a + (i * aRow), aRow, aStep, b + 16, c + (i * cRow) + 16, cRow, add);
                }
            }
        }
    }

    /// <summary>C := A B or C += A B, with B in panels float[columns / 32][depth x 32].</summary>
    public static void Panels(int rows, int depth, int columns, float* a, nint aRow, float* b, float* c, nint cRow, bool add)
    {
        for (var column = 0; column < columns; column += Columns, b += depth * Columns)
            Strip(rows, depth, a, aRow, 1, b, c + column, cRow, add);
    }

    /// <summary>
    /// Gradient of a matrix in panels: C += A' B with C in panels float[columns / 32][aColumns x 32], A float[rows x aColumns] and B float[rows x columns].
    /// </summary>
    /// <param name="rows">Rows of A and B.</param>
    /// <param name="aColumns">Columns of A.</param>
    /// <param name="columns">Columns of B and C.</param>
    /// <param name="a">A.</param>
    /// <param name="b">B.</param>
    /// <param name="c">C.</param>
    /// <param name="strip">Room for float[rows x 32].</param>
    public static void Gradient(int rows, int aColumns, int columns, float* a, float* b, float* c, float* strip)
    {
        for (var column = 0; column < columns; column += Columns, c += aColumns * Columns)
        {
            for (var row = 0; row < rows; row++)
                Unsafe.CopyBlockUnaligned(strip + (row * Columns), b + ((nint)row * columns) + column, Columns * sizeof(float));
            const int DepthBlock = 256;
            for (var row = 0; row < rows; row += DepthBlock)
            {
                var depth = Math.Min(DepthBlock, rows - row);
                Strip(aColumns, depth, a + ((nint)row * aColumns), 1, aColumns, strip + (row * Columns), c, Columns, add: true);
            }
        }
    }

    /// <summary>Panels float[columns / 32][depth x 32] of a matrix become panels float[depth / 32][columns x 32] of its transpose.</summary>
    public static void Transpose(int depth, int columns, float* panels, float* transposed)
    {
        for (var column = 0; column < columns; column++)
        {
            var from = panels + ((nint)(column / Columns) * depth * Columns) + (column % Columns);
            for (var k = 0; k < depth; k++)
                transposed[((nint)(k / Columns) * columns * Columns) + (column * Columns) + (k % Columns)] = from[k * Columns];
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x32(int depth, float* a, nint aRow, nint aStep, float* b, float* c, nint cRow, bool add)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        Vector512<float> c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
        var a3 = a + (3 * aRow);
        var a6 = a + (6 * aRow);
        for (var k = 0; k < depth; k++, a += aStep, a3 += aStep, a6 += aStep, b += Columns)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var factor = Broadcast(a);
            c00 = Vector512.FusedMultiplyAdd(b0, factor, c00);
            c01 = Vector512.FusedMultiplyAdd(b1, factor, c01);
            factor = Broadcast(a + aRow);
            c10 = Vector512.FusedMultiplyAdd(b0, factor, c10);
            c11 = Vector512.FusedMultiplyAdd(b1, factor, c11);
            factor = Broadcast(a + (2 * aRow));
            c20 = Vector512.FusedMultiplyAdd(b0, factor, c20);
            c21 = Vector512.FusedMultiplyAdd(b1, factor, c21);
            factor = Broadcast(a3);
            c30 = Vector512.FusedMultiplyAdd(b0, factor, c30);
            c31 = Vector512.FusedMultiplyAdd(b1, factor, c31);
            factor = Broadcast(a3 + aRow);
            c40 = Vector512.FusedMultiplyAdd(b0, factor, c40);
            c41 = Vector512.FusedMultiplyAdd(b1, factor, c41);
            factor = Broadcast(a3 + (2 * aRow));
            c50 = Vector512.FusedMultiplyAdd(b0, factor, c50);
            c51 = Vector512.FusedMultiplyAdd(b1, factor, c51);
            factor = Broadcast(a6);
            c60 = Vector512.FusedMultiplyAdd(b0, factor, c60);
            c61 = Vector512.FusedMultiplyAdd(b1, factor, c61);
            factor = Broadcast(a6 + aRow);
            c70 = Vector512.FusedMultiplyAdd(b0, factor, c70);
            c71 = Vector512.FusedMultiplyAdd(b1, factor, c71);
        }

        Store(c, c00, c01, add);
        Store(c += cRow, c10, c11, add);
        Store(c += cRow, c20, c21, add);
        Store(c += cRow, c30, c31, add);
        Store(c += cRow, c40, c41, add);
        Store(c += cRow, c50, c51, add);
        Store(c += cRow, c60, c61, add);
        Store(c + cRow, c70, c71, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Broadcast(float* value) => Avx512F.BroadcastScalarToVector512(Sse.LoadScalarVector128(value));

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x16(int depth, float* a, nint aRow, nint aStep, float* b, float* c, nint cRow, bool add)
    {
        Vector256<float> c00 = default, c01 = default, c10 = default, c11 = default;
        Vector256<float> c20 = default, c21 = default, c30 = default, c31 = default;
        for (var k = 0; k < depth; k++, a += aStep, b += Columns)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 8);
            (c00, c01) = Add(*a, b0, b1, c00, c01);
            (c10, c11) = Add(a[aRow], b0, b1, c10, c11);
            (c20, c21) = Add(a[2 * aRow], b0, b1, c20, c21);
            (c30, c31) = Add(a[3 * aRow], b0, b1, c30, c31);
        }

        Store(c, c00, c01, add);
        Store(c += cRow, c10, c11, add);
        Store(c += cRow, c20, c21, add);
        Store(c + cRow, c30, c31, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Left, Vector512<float> Right) Add(
        float a, Vector512<float> b0, Vector512<float> b1, Vector512<float> left, Vector512<float> right)
    {
        var factor = Vector512.Create(a);
        return (Vector512.FusedMultiplyAdd(factor, b0, left), Vector512.FusedMultiplyAdd(factor, b1, right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Left, Vector256<float> Right) Add(
        float a, Vector256<float> b0, Vector256<float> b1, Vector256<float> left, Vector256<float> right)
    {
        var factor = Vector256.Create(a);
        return (Vector256.FusedMultiplyAdd(factor, b0, left), Vector256.FusedMultiplyAdd(factor, b1, right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, Vector512<float> left, Vector512<float> right, bool add)
    {
        (add ? Vector512.Load(c) + left : left).Store(c);
        (add ? Vector512.Load(c + 16) + right : right).Store(c + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(float* c, Vector256<float> left, Vector256<float> right, bool add)
    {
        (add ? Vector256.Load(c) + left : left).Store(c);
        (add ? Vector256.Load(c + 8) + right : right).Store(c + 8);
    }
}
