using System.Numerics.Tensors;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>
/// Finds the vector whose products with the titles' vectors come closest to 1 for the titles of a history and, with less weight, to 0 for
/// all titles: one step of alternating least squares (Y. Hu, Y. Koren and C. Volinsky, "Collaborative Filtering for Implicit Feedback
/// Datasets", 2008), solved by conjugate gradients (G. Takács, I. Pilászy and D. Tikk, "Applications of the Conjugate Gradient Method for
/// Implicit Feedback Collaborative Filtering", 2011). Both training and answers use it, the latter for profiles that training never saw.
/// </summary>
public static class FoldIn
{
    // Where the residual is so small that the next step would only add rounding errors.
    private const float Negligible = 1e-12f;

    /// <summary>Improves a solution of (sum y y' + unobserved G + ridge I) x = sum y over the titles of a history.</summary>
    /// <param name="titles">The titles of the history, numbers of rows of <paramref name="vectors"/>.</param>
    /// <param name="vectors">float[titles x dimension], row-major.</param>
    /// <param name="gram">G, the sum of y y' over all titles: float[dimension x dimension].</param>
    /// <param name="unobserved">Weight of each title that is not in the history, against 1 of one that is.</param>
    /// <param name="ridge">Weight of the squared length of the solution.</param>
    /// <param name="steps">Most steps.</param>
    /// <param name="solution">float[dimension]; where to begin, and the solution.</param>
    /// <exception cref="ArgumentException">The spans do not fit.</exception>
    public static void Solve(
        ReadOnlySpan<int> titles,
        ReadOnlySpan<float> vectors,
        ReadOnlySpan<float> gram,
        float unobserved,
        float ridge,
        int steps,
        Span<float> solution)
    {
        var dimension = solution.Length;
        if (gram.Length != dimension * dimension)
            throw new ArgumentException($"A Gramian of {gram.Length} numbers does not fit a solution of {dimension}.", nameof(gram));
        Span<float> right = stackalloc float[dimension];
        right.Clear();
        foreach (var title in titles)
            TensorPrimitives.Add(right, vectors.Slice(title * dimension, dimension), right);
        Improve(new Equations(titles, vectors, gram, unobserved, ridge), right, steps, solution);
    }

    /// <summary>The same where the left side is summed up already.</summary>
    /// <param name="matrix">sum y y' + unobserved G: float[dimension x dimension].</param>
    /// <param name="right">sum y: float[dimension].</param>
    /// <param name="ridge">Weight of the squared length of the solution.</param>
    /// <param name="steps">Most steps.</param>
    /// <param name="solution">float[dimension]; where to begin, and the solution.</param>
    internal static void SolveSummed(ReadOnlySpan<float> matrix, ReadOnlySpan<float> right, float ridge, int steps, Span<float> solution) =>
        Improve(new Equations([], [], matrix, 1, ridge), right, steps, solution);

    private static void Improve(Equations equations, ReadOnlySpan<float> right, int steps, Span<float> solution)
    {
        Span<float> residual = stackalloc float[solution.Length];
        Span<float> direction = stackalloc float[solution.Length];
        Span<float> product = stackalloc float[solution.Length];
        equations.Multiply(solution, product);
        TensorPrimitives.Subtract(right, product, residual);
        residual.CopyTo(direction);
        var size = TensorPrimitives.SumOfSquares<float>(residual);
        for (var step = 0; step < steps && size > Negligible; step++)
        {
            equations.Multiply(direction, product);
            var length = size / TensorPrimitives.Dot<float>(direction, product);
            TensorPrimitives.MultiplyAdd(direction, length, solution, solution);
            TensorPrimitives.MultiplyAdd(product, -length, residual, residual);
            var next = TensorPrimitives.SumOfSquares<float>(residual);
            TensorPrimitives.MultiplyAdd(direction, next / size, residual, direction);
            size = next;
        }
    }

    /// <summary>Adds y y' of every vector: the Gramian that <see cref="Solve"/> needs.</summary>
    /// <param name="vectors">float[titles x dimension], row-major.</param>
    /// <param name="dimension">Length of a vector.</param>
    /// <returns>float[dimension x dimension].</returns>
    public static float[] GramOf(ReadOnlySpan<float> vectors, int dimension)
    {
        var gram = new float[dimension * dimension];
        for (var start = 0; start < vectors.Length; start += Math.Max(1, dimension))
        {
            var vector = vectors.Slice(start, dimension);
            for (var i = 0; i < dimension; i++)
            {
                var row = gram.AsSpan(i * dimension, dimension);
                TensorPrimitives.MultiplyAdd(vector, vector[i], row, row);
            }
        }

        return gram;
    }

    /// <summary>The left side of the equations.</summary>
    private readonly ref struct Equations(ReadOnlySpan<int> titles, ReadOnlySpan<float> vectors, ReadOnlySpan<float> gram, float unobserved, float ridge)
    {
        private readonly ReadOnlySpan<int> _titles = titles;
        private readonly ReadOnlySpan<float> _vectors = vectors;
        private readonly ReadOnlySpan<float> _gram = gram;

        public void Multiply(ReadOnlySpan<float> x, Span<float> product)
        {
            TensorPrimitives.Multiply(x, ridge, product);
            RowProducts.AddRows(_gram, x, unobserved, product);
            RowProducts.AddSquare(_titles, _vectors, x, product);
        }
    }
}
