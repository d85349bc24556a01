using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Tests.for_LinearAlgebra;

internal static class Matrices
{
    public static DenseMatrix Random(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        var matrix = new DenseMatrix(rows, columns);
        for (var i = 0; i < rows; i++)
        {
            foreach (ref var value in matrix.Row(i))
                value = (random.NextSingle() * 2) - 1;
        }

        return matrix;
    }

    /// <summary>B' B + ridge, with B random of as many rows as columns.</summary>
    public static DenseMatrix PositiveDefinite(int order, int seed, float ridge = 1)
    {
        using var factor = Random(order, order, seed);
        var matrix = new DenseMatrix(order, order);
        MatrixProduct.AddTransposed(factor, factor, matrix);
        for (var i = 0; i < order; i++)
            matrix[i, i] += ridge;
        return matrix;
    }

    public static DenseMatrix Copy(DenseMatrix matrix)
    {
        var copy = new DenseMatrix(matrix.Rows, matrix.Columns);
        for (var i = 0; i < matrix.Rows; i++)
            matrix.Row(i).CopyTo(copy.Row(i));
        return copy;
    }

    public static double Distance(DenseMatrix a, DenseMatrix b)
    {
        var largest = 0.0;
        for (var i = 0; i < a.Rows; i++)
        {
            for (var j = 0; j < a.Columns; j++)
                largest = Math.Max(largest, Math.Abs((double)a[i, j] - b[i, j]));
        }

        return largest;
    }
}
