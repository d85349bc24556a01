namespace Orleans.Personalize.Training.LinearAlgebra;

/// <summary>Newton's method with step halving, for smooth convex functions of a few dozen variables.</summary>
internal static class NewtonMethod
{
    /// <summary>Finds the minimum.</summary>
    /// <param name="evaluate">Value and derivatives at a point; the Hessian must be positive definite.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="iterations">Most steps.</param>
    public static double[] Minimize(Func<double[], Evaluation> evaluate, double[] start, int iterations)
    {
        var point = (double[])start.Clone();
        var current = evaluate(point);
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var direction = Solve(current.Hessian, current.Gradient);
            var decrease = 0.0;
            for (var i = 0; i < point.Length; i++)
                decrease += direction[i] * current.Gradient[i];
            if (decrease <= 1e-9 * (1 + Math.Abs(current.Value)))
                break;
            var (next, evaluation) = Step(evaluate, point, direction, current.Value);
            if (evaluation is null)
                break;
            (point, current) = (next, evaluation);
        }

        return point;
    }

    private static (double[] Point, Evaluation? Evaluation) Step(
        Func<double[], Evaluation> evaluate, double[] point, double[] direction, double value)
    {
        for (var length = 1.0; length > 1e-6; length /= 2)
        {
            var next = new double[point.Length];
            for (var i = 0; i < next.Length; i++)
                next[i] = point[i] - (length * direction[i]);
            var evaluation = evaluate(next);
            if (evaluation.Value < value)
                return (next, evaluation);
        }

        return (point, null);
    }

    // Cholesky in double precision; the systems here are small.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var lower = new double[size, size];
        var solution = new double[size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = matrix[i, j];
                for (var k = 0; k < j; k++)
                    rest -= lower[i, k] * lower[j, k];
                lower[i, j] = i == j ? Math.Sqrt(Math.Max(rest, 1e-12)) : rest / lower[j, j];
            }

            solution[i] = right[i];
            for (var k = 0; k < i; k++)
                solution[i] -= lower[i, k] * solution[k];
            solution[i] /= lower[i, i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
                solution[i] -= lower[k, i] * solution[k];
            solution[i] /= lower[i, i];
        }

        return solution;
    }

    /// <summary>A function's value and derivatives at a point.</summary>
    internal sealed record Evaluation(double[] Gradient, double[,] Hessian)
    {
        public double Value { get; set; }

        public static Evaluation Zero(int size) => new(new double[size], new double[size, size]);

        public void Add(Evaluation other)
        {
            Value += other.Value;
            for (var i = 0; i < Gradient.Length; i++)
            {
                Gradient[i] += other.Gradient[i];
                for (var j = 0; j < Gradient.Length; j++)
                    Hessian[i, j] += other.Hessian[i, j];
            }
        }

        /// <summary>Adds strength / 2 * difference^2 in one variable.</summary>
        public void AddRidge(int variable, double strength, double difference)
        {
            Value += strength / 2 * difference * difference;
            Gradient[variable] += strength * difference;
            Hessian[variable, variable] += strength;
        }
    }
}
