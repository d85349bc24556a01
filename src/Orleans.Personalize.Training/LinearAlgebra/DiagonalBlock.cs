using System.Numerics.Tensors;

namespace Orleans.Personalize.Training.LinearAlgebra;

/// <summary>Factorizes and inverts one small block in double precision.</summary>
internal static unsafe class DiagonalBlock
{
    /// <summary>Replaces the lower triangle of a block by its Cholesky factor, and writes the inverse of the factor.</summary>
    /// <param name="block">Symmetric; read on and below the diagonal, where the factor is written.</param>
    /// <param name="inverse">Overwritten with the inverse of the factor, zeros above the diagonal.</param>
    /// <param name="start">Where the block begins in the whole matrix, for the message.</param>
    /// <exception cref="ArithmeticException">The block is not positive definite.</exception>
    public static void Factorize(in MatrixView block, in MatrixView inverse, int start)
    {
        var size = block.Rows;
        var lower = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            var row = lower.AsSpan(i * size, size);
            for (var j = 0; j <= i; j++)
            {
                var other = lower.AsSpan(j * size, j);
                var rest = *block.At(i, j) - TensorPrimitives.Dot<double>(row[..j], other);
                row[j] = j < i ? rest / lower[(j * size) + j] : Root(rest, start + i);
                *block.At(i, j) = (float)row[j];
            }
        }

        Invert(lower, size, inverse);
    }

    // Row i of the inverse: (e_i - sum over j < i of L[i,j] * row j) / L[i,i].
    private static void Invert(double[] lower, int size, in MatrixView inverse)
    {
        var rows = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            var row = rows.AsSpan(i * size, size);
            row[i] = 1;
            for (var j = 0; j < i; j++)
                TensorPrimitives.MultiplyAdd(rows.AsSpan(j * size, j + 1), -lower[(i * size) + j], row[..(j + 1)], row[..(j + 1)]);
            TensorPrimitives.Divide(row[..(i + 1)], lower[(i * size) + i], row[..(i + 1)]);
            for (var j = 0; j < size; j++)
                *inverse.At(i, j) = (float)row[j];
        }
    }

    private static double Root(double pivot, int index) => pivot > 0 && double.IsFinite(pivot)
        ? Math.Sqrt(pivot)
        : throw new ArithmeticException($"The matrix is not positive definite: pivot {index} is {pivot:g3}.");
}
