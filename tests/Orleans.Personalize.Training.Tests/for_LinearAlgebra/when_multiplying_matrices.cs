using FsCheck;
using FsCheck.Fluent;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Tests.for_LinearAlgebra;

public class when_multiplying_matrices
{
    [Fact]
    public void A_product_is_what_three_loops_make_it_for_any_shape()
    {
        var shapes = Gen.Choose(1, 90).Three().ToArbitrary();
        Prop.ForAll(shapes, shape =>
        {
            var (m, k, n) = shape;
            using var a = Matrices.Random(m, k, 1);
            using var b = Matrices.Random(k, n, 2);
            using var c = Matrices.Random(m, n, 3);
            using var expected = Matrices.Copy(c);
            for (var i = 0; i < m; i++)
            {
                for (var j = 0; j < n; j++)
                    expected[i, j] += -2 * Enumerable.Range(0, k).Sum(x => a[i, x] * b[x, j]);
            }

            MatrixProduct.Add(a, b, c, -2);
            return Matrices.Distance(c, expected) < 1e-3;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(7, 7));
    }

    [Fact]
    public void Products_deeper_and_wider_than_a_block_come_out_right()
    {
        using var a = Matrices.Random(150, 600, 1);
        using var b = Matrices.Random(600, 3100, 2);
        using var c = new DenseMatrix(150, 3100);
        MatrixProduct.Add(a, b, c, threads: 2);
        foreach (var (i, j) in new[] { (0, 0), (149, 3099), (143, 3071), (144, 3072), (77, 1234) })
            Assert.Equal(Enumerable.Range(0, 600).Sum(x => (double)a[i, x] * b[x, j]), c[i, j], 1e-2);
    }

    [Fact]
    public void A_transposed_factor_is_read_the_other_way()
    {
        using var a = Matrices.Random(70, 33, 1);
        using var b = Matrices.Random(70, 41, 2);
        using var c = new DenseMatrix(33, 41);
        MatrixProduct.AddTransposed(a, b, c);
        Assert.Equal(Enumerable.Range(0, 70).Sum(x => a[x, 32] * b[x, 40]), c[32, 40], 1e-4f);
    }

    [Fact]
    public void Two_threads_make_the_same_bits_as_one()
    {
        using var a = Matrices.Random(300, 500, 1);
        using var b = Matrices.Random(500, 400, 2);
        using var one = new DenseMatrix(300, 400);
        using var two = new DenseMatrix(300, 400);
        MatrixProduct.Add(a, b, one, threads: 1);
        MatrixProduct.Add(a, b, two, threads: 2);
        Assert.Equal(0, Matrices.Distance(one, two));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        using var a = new DenseMatrix(3, 4);
        using var c = new DenseMatrix(3, 3);
        Assert.Throws<ArgumentException>(() => MatrixProduct.Add(a, a, c));
    }

    [Fact]
    public void A_place_outside_a_matrix_is_refused()
    {
        using var a = new DenseMatrix(3, 4);
        Assert.Throws<ArgumentOutOfRangeException>(() => a[0, 4]);
        Assert.Throws<ArgumentOutOfRangeException>(() => a[-1, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => a.Row(3).Length);
    }
}
