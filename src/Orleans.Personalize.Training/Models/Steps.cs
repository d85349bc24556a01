using System.Diagnostics;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Models;

/// <summary>Counts the work of a training run and tells how far it is.</summary>
internal sealed class Steps(IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private double _planned = 1;
    private double _done;

    public TimeSpan Elapsed => _watch.Elapsed;

    public CancellationToken CancellationToken => cancellationToken;

    public TrainingPhase Phase { get; set; }

    /// <summary>How the passes of the sequence encoder went.</summary>
    public List<LearningPass> LearningCurve { get; } = [];

    /// <summary>Operations of a solve with a Cholesky factor: n^3 / 3 for the factor, 2 n^2 for each right-hand side.</summary>
    public static double SolveOperations(double order, double columns) => (order * order * order / 3) + (2 * order * order * columns);

    /// <summary>Says how many operations the whole run takes.</summary>
    public void Plan(double operations) => _planned = Math.Max(1, operations);

    /// <summary>Tells a step by its name.</summary>
    public void Tell(string step)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new TrainingProgress(Phase, step, Math.Min(1, _done / _planned), _watch.Elapsed));
    }

    /// <summary>Adds to what is done.</summary>
    public void Advance(double operations) => _done += operations;

    /// <summary>Factorizes a matrix, which is used up, and tells how far it is.</summary>
    public CholeskyFactor Factorize(DenseMatrix matrix, int threads)
    {
        double order = matrix.Rows;
        var before = _done;
        var operations = SolveOperations(order, 0);
        var factor = CholeskyFactor.Factorize(
            matrix,
            threads,
            fraction => Report($"factorizing {order:n0} x {order:n0}", before + (fraction * operations)),
            cancellationToken);
        _done = before + operations;
        return factor;
    }

    /// <summary>Solves a ridge regression and tells how far it is; the matrix is used up, the products become the solution.</summary>
    public void Solve(DenseMatrix matrix, DenseMatrix products, int threads)
    {
        using var factor = Factorize(matrix, threads);
        double order = matrix.Rows;
        var before = _done;
        var operations = 2 * order * order * products.Columns;
        factor.Solve(
            products,
            fraction => Report($"solving {order:n0} x {order:n0} for {products.Columns:n0} titles", before + (fraction * operations)),
            cancellationToken);
        _done = before + operations;
    }

    /// <summary>Runs a part that tells its own progress.</summary>
    /// <param name="operations">How many operations it takes at most.</param>
    /// <param name="run">The part.</param>
    public T Follow<T>(double operations, Func<IProgress<TrainingProgress>, T> run)
    {
        var before = _done;
        var result = run(new Follower(told => Report(told.Step, before + (told.Fraction * operations))));
        _done = before + operations;
        return result;
    }

    private void Report(string step, double done)
    {
        _done = done;
        Tell(step);
    }

    private sealed class Follower(Action<TrainingProgress> follow) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => follow(value);
    }
}
