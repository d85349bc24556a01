using System.Collections.Immutable;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Blending;

/// <summary>
/// Learns the weights of the blend as a conditional logit model (D. McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior",
/// 1974): the chosen title against all others. The weights are a base plus what the gap and the length of the history add, each drawn
/// to a prior, so that few examples change little. Convex; Newton's method.
/// </summary>
internal sealed class BlendTrainer(BlendOptions options, int threads)
{
    private const int MaxIterations = 30;
    private const int Rounds = 8;
    private const int Parts = ScoreBuffer.PartCount;

    /// <summary>Learns from scored examples.</summary>
    public BlendWeights Fit(IReadOnlyList<ScoredExample> examples, BlendWeights prior)
    {
        var layout = new Layout(prior.Gap.Length, prior.Length.Length);
        var center = new double[layout.Size];
        for (var part = 0; part < Parts; part++)
            center[part] = prior.Base[part];

        // From zero, where all titles are equally probable, the steps are well conditioned.
        var problem = new Problem(examples, layout, center, options, threads);
        var fitted = NewtonMethod.Minimize(problem.Evaluate, new double[layout.Size], MaxIterations);
        for (var round = 0; round < Rounds; round++)
        {
            problem.Weigh(fitted);
            fitted = NewtonMethod.Minimize(problem.Evaluate, fitted, MaxIterations);
        }

        return prior with
        {
            Base = Layout.Block(fitted, 0),
            Gap = [.. Enumerable.Range(0, layout.Gaps).Select(gap => Layout.Block(fitted, Layout.GapSlot(gap)))],
            Length = [.. Enumerable.Range(0, layout.Lengths).Select(length => Layout.Block(fitted, layout.LengthSlot(length)))],
        };
    }

    private sealed record Layout(int Gaps, int Lengths)
    {
        public int Size => (1 + Gaps + Lengths) * Parts;

        public static int GapSlot(int gap) => 1 + gap;

        public int LengthSlot(int length) => 1 + Gaps + length;

        public static ImmutableArray<float> Block(double[] values, int slot) =>
            [.. values.Skip(slot * Parts).Take(Parts).Select(value => (float)value)];
    }

    private sealed class Problem(IReadOnlyList<ScoredExample> examples, Layout layout, double[] prior, BlendOptions options, int threads)
    {
        private const int Piece = 64;

        private readonly double[] _weights = [.. Enumerable.Repeat(1.0, examples.Count)];

        /// <summary>Weighs each example by how far it is within reach.</summary>
        public void Weigh(double[] point)
        {
            Threads.For(examples.Count, threads, i =>
            {
                var probability = Math.Exp(-ChoiceOf(examples[i], point).Loss);
                _weights[i] = probability / (probability + options.Reach);
            });
        }

        public NewtonMethod.Evaluation Evaluate(double[] point)
        {
            var pieces = (examples.Count + Piece - 1) / Piece;
            var partial = new NewtonMethod.Evaluation[pieces];
            Threads.For(pieces, threads, index =>
            {
                var sum = NewtonMethod.Evaluation.Zero(layout.Size);
                for (var i = index * Piece; i < Math.Min((index + 1) * Piece, examples.Count); i++)
                    Add(examples[i], _weights[i], point, sum);
                partial[index] = sum;
            });
            var total = NewtonMethod.Evaluation.Zero(layout.Size);
            foreach (var sum in partial)
                total.Add(sum);
            for (var i = 0; i < layout.Size; i++)
            {
                var strength = i < Parts ? options.BaseRegularization : options.MomentRegularization;
                total.AddRidge(i, strength, point[i] - prior[i]);
            }

            return total;
        }

        private int[] Slots(ScoredExample example) => [0, Layout.GapSlot(example.Gap), layout.LengthSlot(example.Length)];

        private Choice ChoiceOf(ScoredExample example, double[] point)
        {
            Span<double> weights = stackalloc double[Parts];
            weights.Clear();
            foreach (var slot in Slots(example))
            {
                for (var part = 0; part < Parts; part++)
                    weights[part] += point[(slot * Parts) + part];
            }

            return new Choice(example, weights);
        }

        private void Add(ScoredExample example, double weight, double[] point, NewtonMethod.Evaluation sum)
        {
            var slots = Slots(example);
            var choice = ChoiceOf(example, point);
            sum.Value += weight * choice.Loss;
            foreach (var slot in slots)
            {
                for (var part = 0; part < Parts; part++)
                {
                    sum.Gradient[(slot * Parts) + part] += weight * choice.Gradient[part];
                    foreach (var other in slots)
                    {
                        for (var column = 0; column < Parts; column++)
                            sum.Hessian[(slot * Parts) + part, (other * Parts) + column] += weight * choice.Hessian[(part * Parts) + column];
                    }
                }
            }
        }
    }

    /// <summary>Loss of one choice and its derivatives in the weights of the parts.</summary>
    private sealed class Choice
    {
        public Choice(ScoredExample example, ReadOnlySpan<double> weights)
        {
            var count = example.LogWeights.Length;
            var scores = new double[count];
            var largest = double.NegativeInfinity;
            for (var i = 0; i < count; i++)
            {
                var parts = example.PartsOf(i);
                double score = example.LogWeights[i];
                for (var part = 0; part < Parts; part++)
                    score += weights[part] * parts[part];
                scores[i] = score;
                largest = Math.Max(largest, score);
            }

            var sum = 0.0;
            for (var i = 0; i < count; i++)
                sum += Math.Exp(scores[i] - largest);
            for (var i = 0; i < count; i++)
                AddTitle(example.PartsOf(i), Math.Exp(scores[i] - largest) / sum);
            for (var part = 0; part < Parts; part++)
            {
                for (var other = 0; other < Parts; other++)
                    Hessian[(part * Parts) + other] -= Gradient[part] * Gradient[other];
            }

            for (var i = 0; i < example.Chosen; i++)
            {
                Loss += (largest + Math.Log(sum) - scores[i]) / example.Chosen;
                for (var part = 0; part < Parts; part++)
                    Gradient[part] -= example.PartsOf(i)[part] / (double)example.Chosen;
            }
        }

        public double Loss { get; }

        public double[] Gradient { get; } = new double[Parts];

        public double[] Hessian { get; } = new double[Parts * Parts];

        private void AddTitle(ReadOnlySpan<float> parts, double probability)
        {
            for (var part = 0; part < Parts; part++)
            {
                var weighted = probability * parts[part];
                Gradient[part] += weighted;
                for (var other = 0; other < Parts; other++)
                    Hessian[(part * Parts) + other] += weighted * parts[other];
            }
        }
    }
}
