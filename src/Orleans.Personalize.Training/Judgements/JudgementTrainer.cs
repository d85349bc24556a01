using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.LinearAlgebra;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Judgements;

/// <summary>
/// Fits how strongly profiles judge titles for or against: a mean of all, of each title and of each profile, and a product of a few numbers,
/// by alternating least squares (Y. Zhou et al., "Large-Scale Parallel Collaborative Filtering for the Netflix Prize", 2008).
/// </summary>
internal sealed class JudgementTrainer(JudgementOptions options, int threads)
{
    private const int Piece = 64;
    private const double StartDeviation = 0.1;

    private readonly int _size = 1 + options.Dimension;

    /// <summary>Fits to all events.</summary>
    public FittedJudgements Fit(EventHistories histories, ulong seed)
    {
        var mean = MeanStrength(histories);
        var calibration = MatchCalibration.Unlearnt with
        {
            MeanStrength = mean,
            MoodPrior = (float)options.MeanRegularization,
            Dimension = options.Dimension,
            Fading = (float)options.Fading,
            TastePrior = (float)options.Regularization,
        };
        if (histories.EventCount == 0)
            return new FittedJudgements([], calibration);
        var judgements = new JudgementsByTitle(histories);
        var titles = new float[histories.TitleCount * _size];
        Start(titles, seed);
        var profiles = new float[histories.ProfileCount * _size];
        for (var iteration = 0; iteration < options.Iterations; iteration++)
        {
            Fit(profiles, histories.ProfileCount, profile => Sum(histories, profile, titles, mean));
            Fit(titles, histories.TitleCount, title => Sum(judgements, title, profiles, mean));
        }

        return new FittedJudgements(titles, calibration);
    }

    private static float MeanStrength(EventHistories histories)
    {
        var sum = 0.0;
        for (var profile = 0; profile < histories.ProfileCount; profile++)
        {
            foreach (var e in histories.Events(profile))
                sum += e.Strength;
        }

        return (float)(sum / Math.Max(1, histories.EventCount));
    }

    private void Start(float[] titles, ulong seed)
    {
        var random = new SeededRandom(seed);
        for (var i = 0; i < titles.Length; i++)
            titles[i] = i % _size == 0 ? 0 : (float)(StartDeviation * random.NextNormal());
    }

    private void Fit(float[] rows, int count, Func<int, NormalEquations> sum) => Threads.For((count + Piece - 1) / Piece, threads, piece =>
    {
        for (var i = piece * Piece; i < Math.Min((piece + 1) * Piece, count); i++)
            sum(i).Solve(options.MeanRegularization, options.Regularization, rows.AsSpan(i * _size, _size));
    });

    private NormalEquations Sum(EventHistories histories, int profile, float[] titles, float mean)
    {
        var equations = new NormalEquations(_size);
        var events = histories.Events(profile);
        var weight = 1.0;
        for (var i = events.Length - 1; i >= 0; i--, weight *= options.Fading)
            equations.Add(titles.AsSpan(events[i].Title * _size, _size), events[i].Strength - mean, weight);
        return equations;
    }

    private NormalEquations Sum(JudgementsByTitle judgements, int title, float[] profiles, float mean)
    {
        var equations = new NormalEquations(_size);
        foreach (var (profile, strength) in judgements.Of(title))
            equations.Add(profiles.AsSpan(profile * _size, _size), strength - mean, 1);
        return equations;
    }

    /// <summary>What a row of one side is solved from: its own mean, and a product with the numbers of the other side.</summary>
    private sealed class NormalEquations(int size)
    {
        private readonly double[] _matrix = new double[size * size];
        private readonly double[] _right = new double[size];

        /// <summary>Adds a judgement by a row of the other side, whose first number is its mean.</summary>
        public void Add(ReadOnlySpan<float> other, double strength, double weight)
        {
            var surprise = weight * (strength - other[0]);
            _right[0] += surprise;
            _matrix[0] += weight;
            for (var row = 1; row < other.Length; row++)
            {
                var weighted = weight * other[row];
                _right[row] += surprise * other[row];
                var target = _matrix.AsSpan(row * other.Length, row + 1);
                target[0] += weighted;
                for (var column = 1; column <= row; column++)
                    target[column] += weighted * other[column];
            }
        }

        public void Solve(double meanRidge, double ridge, Span<float> solution)
        {
            for (var i = 0; i < solution.Length; i++)
                _matrix[(i * solution.Length) + i] += i == 0 ? meanRidge : ridge;
            SmallSystem.Solve(_matrix, _right);
            for (var i = 0; i < solution.Length; i++)
                solution[i] = (float)_right[i];
        }
    }
}
