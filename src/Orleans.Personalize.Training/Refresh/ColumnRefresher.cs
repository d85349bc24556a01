using System.Collections.Immutable;
using System.Numerics.Tensors;
using Orleans.Personalize.Training.ItemItem;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Refresh;

/// <summary>
/// Solves some columns of item-item weights anew by a few steps of conjugate gradients, scaled by the diagonal (M. Hestenes and E. Stiefel, "Methods of
/// Conjugate Gradients for Solving Linear Systems", 1952), from the weights that are there; rows and columns of new titles begin at zero.
/// </summary>
/// <param name="equations">What is to be solved.</param>
/// <param name="before">The rows that are there, of the same scales; their titles are a first part of those of the histories.</param>
/// <param name="titlesBefore">How many titles those have.</param>
/// <param name="threads">How many threads work; the columns of a block are always the same.</param>
internal sealed class ColumnRefresher(INormalEquations equations, SparseRows before, int titlesBefore, int threads)
{
    // A block of columns is as wide as a few registers, and its columns stay in the cache.
    private const int Width = 64;

    // Few are enough where the ridge is large beside most of the diagonal.
    private const int Steps = 8;

    private const double Negligible = 1e-12;

    private readonly int _unknowns = equations.Sources.Length * equations.Decays.Length;

    /// <summary>Solves columns.</summary>
    /// <param name="places">Place of each column's title among the sources, ascending.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <returns>float[unknowns x columns], row-major; the caller disposes of it.</returns>
    public DenseMatrix Solve(ImmutableArray<int> places, CancellationToken cancellationToken)
    {
        var solution = new DenseMatrix(_unknowns, places.Length);
        Threads.For((places.Length + Width - 1) / Width, threads, block =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var first = block * Width;
            var width = Math.Min(Width, places.Length - first);
            var columns = Start(places.AsSpan(first, width));
            Improve(places.AsSpan(first, width), columns);
            for (var unknown = 0; unknown < _unknowns; unknown++)
                columns.AsSpan(unknown * width, width).CopyTo(solution.Row(unknown)[first..]);
        });
        return solution;
    }

    private float[] Start(ReadOnlySpan<int> places)
    {
        var columns = new float[_unknowns * places.Length];
        var sources = equations.Sources;
        for (var unknown = 0; unknown < _unknowns; unknown++)
        {
            var title = sources[unknown % sources.Length];
            if (title >= titlesBefore)
                continue;
            var row = (unknown / sources.Length * titlesBefore) + title;
            var named = before.Titles.AsSpan(before.Starts[row]..before.Starts[row + 1]);
            for (var i = 0; i < places.Length; i++)
            {
                if (named.BinarySearch((ushort)sources[places[i]]) is >= 0 and var found)
                    columns[(unknown * places.Length) + i] = (float)before.Weights[before.Starts[row] + found];
            }
        }

        return columns;
    }

    private void Improve(ReadOnlySpan<int> places, Span<float> columns)
    {
        var width = places.Length;
        var residual = new float[columns.Length];
        var product = new float[columns.Length];
        var scaled = new float[columns.Length];
        equations.FillTargets(places, residual);
        equations.Multiply(columns, width, product);
        TensorPrimitives.Subtract(residual, product, residual);
        Hold(places, residual);
        Scale(residual, scaled, width);
        float[] direction = [.. scaled];
        var size = Products(residual, scaled, width);
        var lengths = new float[width];
        for (var step = 0; step < Steps; step++)
        {
            equations.Multiply(direction, width, product);
            Hold(places, product);
            var curvature = Products(direction, product, width);
            for (var i = 0; i < width; i++)
                lengths[i] = curvature[i] > Negligible ? (float)(size[i] / curvature[i]) : 0;
            AddScaled(direction, lengths, columns);
            TensorPrimitives.Negate<float>(lengths, lengths);
            AddScaled(product, lengths, residual);
            Scale(residual, scaled, width);
            var next = Products(residual, scaled, width);
            for (var i = 0; i < width; i++)
                lengths[i] = size[i] > Negligible ? (float)(next[i] / size[i]) : 0;
            for (var start = 0; start < direction.Length; start += width)
                TensorPrimitives.MultiplyAdd(direction.AsSpan(start, width), lengths, scaled.AsSpan(start, width), direction.AsSpan(start, width));
            size = next;
        }
    }

    private void Hold(ReadOnlySpan<int> places, Span<float> values)
    {
        if (!equations.IsOwnWeightZero)
            return;
        for (var i = 0; i < places.Length; i++)
            values[(places[i] * places.Length) + i] = 0;
    }

    private void Scale(ReadOnlySpan<float> values, Span<float> scaled, int width)
    {
        for (var unknown = 0; unknown < _unknowns; unknown++)
            TensorPrimitives.Divide(values.Slice(unknown * width, width), equations.Diagonal[unknown], scaled.Slice(unknown * width, width));
    }

    private static void AddScaled(ReadOnlySpan<float> values, ReadOnlySpan<float> factors, Span<float> target)
    {
        for (var start = 0; start < values.Length; start += factors.Length)
            TensorPrimitives.MultiplyAdd(values.Slice(start, factors.Length), factors, target.Slice(start, factors.Length), target.Slice(start, factors.Length));
    }

    // Column by column.
    private static double[] Products(ReadOnlySpan<float> one, ReadOnlySpan<float> other, int width)
    {
        var sums = new double[width];
        for (var start = 0; start < one.Length; start += width)
        {
            for (var i = 0; i < width; i++)
                sums[i] += (double)one[start + i] * other[start + i];
        }

        return sums;
    }
}
