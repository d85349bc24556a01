using FsCheck;
using FsCheck.Fluent;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Tests.for_LinearAlgebra;

public class when_solving
{
    [Fact]
    public void The_solution_solves_the_system_for_any_order()
    {
        Prop.ForAll(Gen.Choose(1, 120).Two().ToArbitrary(), sizes =>
            Residual(sizes.Item1, sizes.Item2) < 2e-3).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(11, 11));
    }

    [Theory]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(700)]
    public void Systems_of_several_blocks_are_solved(int order) => Assert.True(Residual(order, 50) < 2e-2, $"residual {Residual(order, 50)}");

    [Fact]
    public void Two_threads_make_the_same_bits_as_one()
    {
        using var one = Solve(600, 40, 1);
        using var two = Solve(600, 40, 2);
        Assert.Equal(0, Matrices.Distance(one, two));
    }

    [Fact]
    public void What_stands_above_the_diagonal_is_not_read()
    {
        using var clean = Solve(300, 5, 1);
        var matrix = Matrices.PositiveDefinite(300, 1);
        for (var i = 0; i < 300; i++)
            matrix.Row(i)[(i + 1)..].Fill(float.NaN);
        using var factor = CholeskyFactor.Factorize(matrix);
        using var right = Matrices.Random(300, 5, 2);
        factor.Solve(right);
        Assert.Equal(0, Matrices.Distance(clean, right));
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_is_refused()
    {
        using var matrix = new DenseMatrix(2, 2);
        (matrix[0, 0], matrix[1, 0], matrix[0, 1], matrix[1, 1]) = (1, 2, 2, 1);
        var error = Assert.Throws<ArithmeticException>(() => CholeskyFactor.Factorize(matrix));
        Assert.Contains("pivot 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_grows_to_one()
    {
        var told = new List<double>();
        using var factor = CholeskyFactor.Factorize(Matrices.PositiveDefinite(600, 1), progress: told.Add);
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
    }

    private static DenseMatrix Solve(int order, int columns, int threads)
    {
        using var factor = CholeskyFactor.Factorize(Matrices.PositiveDefinite(order, 1), threads);
        var right = Matrices.Random(order, columns, 2);
        factor.Solve(right);
        return right;
    }

    private static double Residual(int order, int columns)
    {
        using var solution = Solve(order, columns, 1);
        using var matrix = Matrices.PositiveDefinite(order, 1);
        using var product = new DenseMatrix(order, columns);
        MatrixProduct.Add(matrix, solution, product);
        using var right = Matrices.Random(order, columns, 2);
        return Matrices.Distance(product, right);
    }
}
