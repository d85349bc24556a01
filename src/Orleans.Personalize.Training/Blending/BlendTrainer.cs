using System.Collections.Immutable;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Blending;

/// <summary>
/// Learns the weights of the blend as a conditional logit model (D. McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior",
/// 1974): the chosen title against all others. The weights are a base plus what each measure of the moment adds, each drawn to a prior, so
/// that few examples change little. Newton's method; what is far out of reach is weighed down in a few rounds.
/// </summary>
internal sealed class BlendTrainer(BlendOptions options, int threads)
{
    private const int FirstIterations = 12;
    private const int MoreIterations = 3;
    private const int Rounds = 3;

    // Enough to come near; the rest refines.
    private const int FirstExamples = 1000;
    private const int Parts = ScoreBuffer.PartCount;
    private const int Measures = ScoredExample.MeasureCount;
    private const int Size = Parts * Measures;
    private const int Against = (int)ScorePartKind.Against;

    // Holds a weight where it is, whatever the examples say.
    private const double Held = 1e6;

    /// <summary>Learns from scored examples.</summary>
    public BlendWeights Fit(IReadOnlyList<ScoredExample> examples, BlendWeights prior)
    {
        var center = new double[Size];
        for (var part = 0; part < Parts; part++)
            center[part] = prior.Base[part];

        // From zero, where all titles are equally probable, the steps are well conditioned.
        var step = Math.Max(1, examples.Count / FirstExamples);
        ScoredExample[] some = [.. examples.Where((_, i) => i % step == 0)];
        var fitted = NewtonMethod.Minimize(new Problem(some, center, options, threads).Evaluate, new double[Size], FirstIterations);

        // What goes with titles that a profile was against may be chosen nevertheless; that is no reason to recommend it for their sake.
        var isHeld = fitted[Against] > 0;
        if (isHeld)
        {
            center[Against] = 0;
            fitted = NewtonMethod.Minimize(new Problem(some, center, options, threads) { IsHeld = true }.Evaluate, new double[Size], FirstIterations);
        }

        var problem = new Problem(examples, center, options, threads) { IsHeld = isHeld };
        for (var round = 0; round < Rounds; round++)
        {
            problem.Weigh(fitted);
            fitted = NewtonMethod.Minimize(problem.Evaluate, fitted, MoreIterations);
        }

        fitted[Against] = Math.Min(0, fitted[Against]);
        for (var measure = 1; measure < Measures; measure++)
            fitted[(measure * Parts) + Against] = 0;
        return BlendWeights.Constant(Block(0)) with { Measures = [.. Enumerable.Range(1, MomentMeasures.Count).Select(Block)] };

        ImmutableArray<float> Block(int measure) => [.. fitted.Skip(measure * Parts).Take(Parts).Select(value => (float)value)];
    }

    private sealed class Problem(IReadOnlyList<ScoredExample> examples, double[] prior, BlendOptions options, int threads)
    {
        private const int Piece = 64;

        // What each chosen title of each example counts; an example of many tells more than one of a single title, but not so many times more.
        private readonly double[][] _weights = [.. examples.Select(example => Enumerable.Repeat(1 / Math.Sqrt(example.Chosen), example.Chosen).ToArray())];

        /// <summary>Whether what a profile was against counts for what it is drawn to only.</summary>
        public bool IsHeld { get; init; }

        /// <summary>Weighs each chosen title by how far it is within reach.</summary>
        public void Weigh(double[] point)
        {
            Threads.For(examples.Count, threads, i =>
            {
                var choice = ChoiceOf(examples[i], _weights[i], point);
                for (var title = 0; title < _weights[i].Length; title++)
                {
                    var probability = choice.Probabilities[title];
                    _weights[i][title] = probability / (probability + options.Reach) / Math.Sqrt(_weights[i].Length);
                }
            });
        }

        public NewtonMethod.Evaluation Evaluate(double[] point)
        {
            var pieces = (examples.Count + Piece - 1) / Piece;
            var partial = new NewtonMethod.Evaluation[pieces];
            Threads.For(pieces, threads, index =>
            {
                var sum = NewtonMethod.Evaluation.Zero(Size);
                for (var i = index * Piece; i < Math.Min((index + 1) * Piece, examples.Count); i++)
                    Add(examples[i], _weights[i], point, sum);
                partial[index] = sum;
            });
            var total = NewtonMethod.Evaluation.Zero(Size);
            foreach (var sum in partial)
                total.Add(sum);
            for (var i = 0; i < Size; i++)
                total.AddRidge(i, StrengthOf(i), point[i] - prior[i]);

            return total;
        }

        // What a profile was against is so at every moment.
        private double StrengthOf(int weight) => weight switch
        {
            Against => IsHeld ? Held : options.BaseRegularization,
            < Parts => options.BaseRegularization,
            _ => weight % Parts == Against ? Held : options.MomentRegularization,
        };

        private static Choice ChoiceOf(ScoredExample example, double[] chosen, double[] point)
        {
            Span<double> weights = stackalloc double[Parts];
            weights.Clear();
            for (var measure = 0; measure < Measures; measure++)
            {
                for (var part = 0; part < Parts; part++)
                    weights[part] += example.Measures[measure] * point[(measure * Parts) + part];
            }

            return new Choice(example, chosen, weights);
        }

        private static void Add(ScoredExample example, double[] chosen, double[] point, NewtonMethod.Evaluation sum)
        {
            var choice = ChoiceOf(example, chosen, point);
            sum.Value += choice.Loss;
            for (var measure = 0; measure < Measures; measure++)
            {
                var factor = example.Measures[measure];
                for (var part = 0; part < Parts; part++)
                    sum.Gradient[(measure * Parts) + part] += factor * choice.Gradient[part];
                for (var other = 0; other <= measure; other++)
                    AddBlock(choice, factor * example.Measures[other], measure, other, sum.Hessian);
            }
        }

        // The lower triangle is all that the solver reads.
        private static void AddBlock(Choice choice, double factor, int measure, int other, double[,] hessian)
        {
            for (var part = 0; part < Parts; part++)
            {
                for (var column = 0; column < Parts; column++)
                    hessian[(measure * Parts) + part, (other * Parts) + column] += factor * choice.Hessian[(part * Parts) + column];
            }
        }
    }

    /// <summary>Loss of one choice, what each chosen title counts considered, and its derivatives in the weights of the parts.</summary>
    private sealed class Choice
    {
        public Choice(ScoredExample example, double[] chosen, ReadOnlySpan<double> weights)
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
            var all = chosen.Sum();
            for (var part = 0; part < Parts; part++)
            {
                for (var other = 0; other <= part; other++)
                {
                    Hessian[(part * Parts) + other] = all * (Hessian[(part * Parts) + other] - (Gradient[part] * Gradient[other]));
                    Hessian[(other * Parts) + part] = Hessian[(part * Parts) + other];
                }
            }

            for (var part = 0; part < Parts; part++)
                Gradient[part] *= all;
            Probabilities = new double[chosen.Length];
            for (var i = 0; i < chosen.Length; i++)
            {
                var loss = largest + Math.Log(sum) - scores[i];
                Probabilities[i] = Math.Exp(-loss);
                Loss += chosen[i] * loss;
                for (var part = 0; part < Parts; part++)
                    Gradient[part] -= chosen[i] * example.PartsOf(i)[part];
            }
        }

        public double Loss { get; }

        /// <summary>How probable each chosen title was.</summary>
        public double[] Probabilities { get; }

        public double[] Gradient { get; } = new double[Parts];

        public double[] Hessian { get; } = new double[Parts * Parts];

        private void AddTitle(ReadOnlySpan<float> parts, double probability)
        {
            for (var part = 0; part < Parts; part++)
            {
                var weighted = probability * parts[part];
                Gradient[part] += weighted;
                for (var other = 0; other <= part; other++)
                    Hessian[(part * Parts) + other] += weighted * parts[other];
            }
        }
    }
}
