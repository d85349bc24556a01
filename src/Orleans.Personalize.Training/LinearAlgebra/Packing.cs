using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Orleans.Personalize.Training.LinearAlgebra;

/// <summary>Copies rectangles into the order in which <see cref="MicroKernel"/> reads them, filled up with zeros at the edges.</summary>
internal static unsafe class Packing
{
    /// <summary>Packs rows <paramref name="row"/> and following of a view: panels of <paramref name="width"/> rows, each float[depth x width].</summary>
    /// <param name="source">Where from.</param>
    /// <param name="row">First row.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="column">First column.</param>
    /// <param name="depth">How many columns.</param>
    /// <param name="width">Rows of a panel.</param>
    /// <param name="scale">What to multiply by.</param>
    /// <param name="target">Where to.</param>
    public static void Rows(in MatrixView source, int row, int rows, int column, int depth, int width, float scale, float* target)
    {
        for (var first = 0; first < rows; first += width, target += (nint)depth * width)
            Panel(source.At(row + first, column), Math.Min(width, rows - first), depth, source.RowStep, source.ColumnStep, width, scale, target);
    }

    // Element (i, k) of the panel goes to target[k * width + i].
    private static void Panel(float* source, int rows, int depth, nint rowStep, nint columnStep, int width, float scale, float* target)
    {
        if (rowStep == 1 && rows == width && width % Vector256<float>.Count == 0)
        {
            for (var k = 0; k < depth; k++, source += columnStep, target += width)
            {
                for (var i = 0; i < width; i += Vector256<float>.Count)
                    (Vector256.Load(source + i) * scale).Store(target + i);
            }

            return;
        }

        if (rows < width)
            Unsafe.InitBlockUnaligned(target, 0, (uint)(depth * width * sizeof(float)));
        for (var i = 0; i < rows; i++)
        {
            var from = source + (i * rowStep);
            var to = target + i;
            for (var k = 0; k < depth; k++, from += columnStep, to += width)
                *to = *from * scale;
        }
    }
}
