namespace Orleans.Personalize.Engine.Scoring;

/// <summary>Solves linear systems of a few unknowns by the Cholesky factor.</summary>
public static class SmallSystem
{
    /// <summary>Solves in place.</summary>
    /// <param name="matrix">double[n x n], row-major, positive definite; the lower triangle is read and overwritten by the factor.</param>
    /// <param name="right">double[n], the right-hand side; becomes the solution.</param>
    public static void Solve(Span<double> matrix, Span<double> right)
    {
        var n = right.Length;
        for (var j = 0; j < n; j++)
        {
            for (var i = j; i < n; i++)
            {
                var sum = matrix[(i * n) + j];
                for (var k = 0; k < j; k++)
                    sum -= matrix[(i * n) + k] * matrix[(j * n) + k];
                matrix[(i * n) + j] = i == j ? Math.Sqrt(sum) : sum / matrix[(j * n) + j];
            }
        }

        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
                right[i] -= matrix[(i * n) + k] * right[k];
            right[i] /= matrix[(i * n) + i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
                right[i] -= matrix[(k * n) + i] * right[k];
            right[i] /= matrix[(i * n) + i];
        }
    }
}
