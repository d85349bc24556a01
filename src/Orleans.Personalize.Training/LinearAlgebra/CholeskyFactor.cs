namespace Orleans.Personalize.Training.LinearAlgebra;

/// <summary>
/// The factor L of a symmetric positive definite matrix, A = L L', in the place of the matrix. Blocked, right-looking; the small blocks on
/// the diagonal are factorized and inverted in double precision, everything else is matrix products.
/// </summary>
public sealed unsafe class CholeskyFactor : IDisposable
{
    private const int BlockSize = 256;

    private readonly DenseMatrix _lower;
    private readonly DenseMatrix _inverses;
    private readonly int _threads;

    private CholeskyFactor(DenseMatrix lower, int threads)
    {
        _lower = lower;
        _threads = threads;
        _inverses = new DenseMatrix(Order, Math.Max(1, Math.Min(BlockSize, Order)));
    }

    /// <summary>Number of rows and columns.</summary>
    public int Order => _lower.Rows;

    /// <summary>Factorizes a matrix in place; it belongs to the factor from now on and is freed with it.</summary>
    /// <param name="matrix">Symmetric positive definite; only the diagonal and what lies below is read.</param>
    /// <param name="threads">How many threads work, at least 1.</param>
    /// <param name="progress">Told the fraction of the operations that is done; may be null.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    /// <exception cref="ArithmeticException">The matrix is not positive definite.</exception>
    public static CholeskyFactor Factorize(
        DenseMatrix matrix,
        int threads = 1,
        Action<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        if (matrix.Rows != matrix.Columns)
            throw new ArgumentException("Only a square matrix has a Cholesky factor.", nameof(matrix));
        var factor = new CholeskyFactor(matrix, threads);
        for (var start = 0; start < factor.Order; start += BlockSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            factor.FactorizeBlock(start);
            progress?.Invoke(1 - Math.Pow(1 - ((double)Math.Min(start + BlockSize, factor.Order) / factor.Order), 3));
        }

        return factor;
    }

    /// <summary>Solves A X = B in place.</summary>
    /// <param name="right">B, Order x n; becomes X.</param>
    /// <param name="progress">Told the fraction of the operations that is done; may be null.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public void Solve(DenseMatrix right, Action<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (right.Rows != Order)
            throw new ArgumentException($"The right-hand side has {right.Rows} rows instead of {Order}.", nameof(right));
        if (Order == 0)
            return;
        using var rows = new DenseMatrix(Math.Min(BlockSize, Order), right.Columns);
        for (var start = 0; start < Order; start += BlockSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var size = Math.Min(BlockSize, Order - start);
            var below = Order - start - size;
            var solved = MultiplyRows(Inverse(start, size), right, start, size, rows);
            MatrixProduct.Add(
                MatrixView.Of(_lower, start + size, below, start, size),
                solved,
                MatrixView.Of(right, start + size, below, 0, right.Columns),
                -1,
                _threads,
                lowerOnly: false);
            progress?.Invoke(0.5 * (1 - Math.Pow((double)below / Order, 2)));
        }

        for (var start = (Order - 1) / BlockSize * BlockSize; start >= 0; start -= BlockSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var size = Math.Min(BlockSize, Order - start);
            var solved = MultiplyRows(Inverse(start, size).Transposed, right, start, size, rows);
            MatrixProduct.Add(
                MatrixView.Of(_lower, start, size, 0, start).Transposed,
                solved,
                MatrixView.Of(right, 0, start, 0, right.Columns),
                -1,
                _threads,
                lowerOnly: false);
            progress?.Invoke(1 - (0.5 * Math.Pow((double)start / Order, 2)));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lower.Dispose();
        _inverses.Dispose();
    }

    private MatrixView Inverse(int start, int size) => MatrixView.Of(_inverses, start, size, 0, size);

    // rows := factor * right[start ..]; and back into right.
    private MatrixView MultiplyRows(in MatrixView factor, DenseMatrix right, int start, int size, DenseMatrix rows)
    {
        var source = MatrixView.Of(right, start, size, 0, right.Columns);
        var target = MatrixView.Of(rows, 0, size, 0, right.Columns);
        for (var i = 0; i < size; i++)
            rows.Row(i).Clear();
        MatrixProduct.Add(factor, source, target, 1, _threads, lowerOnly: false);
        for (var i = 0; i < size; i++)
            rows.Row(i).CopyTo(right.Row(start + i));
        return source;
    }

    private void FactorizeBlock(int start)
    {
        var size = Math.Min(BlockSize, Order - start);
        var below = Order - start - size;
        DiagonalBlock.Factorize(MatrixView.Of(_lower, start, size, start, size), Inverse(start, size), start);
        if (below == 0)
            return;

        // The panel below: P := P * inverse(L)'.
        var panel = MatrixView.Of(_lower, start + size, below, start, size);
        using (var copy = new DenseMatrix(below, size))
        {
            for (var i = 0; i < below; i++)
            {
                var row = new Span<float>(panel.At(i, 0), size);
                row.CopyTo(copy.Row(i));
                row.Clear();
            }

            MatrixProduct.Add(MatrixView.Of(copy), Inverse(start, size).Transposed, panel, 1, _threads, lowerOnly: false);
        }

        var rest = MatrixView.Of(_lower, start + size, below, start + size, below);
        MatrixProduct.Add(panel, panel.Transposed, rest, -1, _threads, lowerOnly: true);
    }
}
