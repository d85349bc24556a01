using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Vectors;

/// <summary>Tall matrices whose columns span a subspace.</summary>
internal static class Subspace
{
    /// <summary>Random orthonormal columns.</summary>
    public static DenseMatrix Random(int rows, int columns, ulong seed)
    {
        var random = new SeededRandom(seed);
        var matrix = new DenseMatrix(rows, columns);
        for (var i = 0; i < rows; i++)
        {
            foreach (ref var value in matrix.Row(i))
                value = (float)random.NextNormal();
        }

        Orthonormalize(matrix);
        return matrix;
    }

    /// <summary>
    /// Makes the columns orthonormal, by Gram-Schmidt in double precision, done twice where much was taken away; a column that depends on
    /// those before it becomes zeros.
    /// </summary>
    public static void Orthonormalize(DenseMatrix matrix)
    {
        var columns = new double[matrix.Columns][];
        for (var j = 0; j < columns.Length; j++)
        {
            columns[j] = Column(matrix, j);
            var before = Norm(columns[j]);
            for (var pass = 0; pass < 2; pass++)
            {
                for (var k = 0; k < j; k++)
                    Subtract(columns[j], columns[k]);
            }

            var norm = Norm(columns[j]);
            var scale = norm > 1e-10 * before ? 1 / norm : 0;
            for (var i = 0; i < matrix.Rows; i++)
            {
                columns[j][i] *= scale;
                matrix[i, j] = (float)columns[j][i];
            }
        }
    }

    private static double[] Column(DenseMatrix matrix, int column)
    {
        var values = new double[matrix.Rows];
        for (var i = 0; i < values.Length; i++)
            values[i] = matrix[i, column];
        return values;
    }

    private static double Norm(double[] values) => System.Numerics.Tensors.TensorPrimitives.Norm<double>(values);

    private static void Subtract(double[] values, double[] direction)
    {
        var length = System.Numerics.Tensors.TensorPrimitives.Dot<double>(values, direction);
        System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(direction, -length, values, values);
    }
}
