using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.LinearAlgebra;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Blending;

/// <summary>
/// Calibrates the match score by logistic regression on held-out judgements (J. Platt, "Probabilistic Outputs for Support Vector Machines",
/// 1999): does a profile like what it chose?
/// </summary>
internal sealed class MatchTrainer(TitleScorer scorer, int threads)
{
    private const int MaxIterations = 30;
    private const double Regularization = 5;

    // Intercept, quality, mood, then the parts.
    private const int Leading = 3;
    private const int Size = Leading + ScoreBuffer.PartCount;

    /// <summary>Learns from the judged ones among held-out events; without any the prior stays.</summary>
    public MatchCalibration Fit(IReadOnlyList<HeldOutExample> examples, MatchCalibration prior)
    {
        var rows = Rows(examples);
        if (rows.Count == 0)
            return prior;
        var start = new double[Size];
        start[1] = prior.Quality;
        start[2] = prior.Mood;
        var fitted = NewtonMethod.Minimize(point => Evaluate(rows, point, start), start, MaxIterations);
        return prior with
        {
            Intercept = (float)fitted[0],
            Quality = (float)fitted[1],
            Mood = (float)fitted[2],
            Parts = [.. fitted.Skip(Leading).Select(weight => (float)weight)],
        };
    }

    private static NewtonMethod.Evaluation Evaluate(List<(double[] Features, bool Liked)> rows, double[] point, double[] start)
    {
        var sum = NewtonMethod.Evaluation.Zero(Size);
        foreach (var (features, liked) in rows)
        {
            var logOdds = 0.0;
            for (var i = 0; i < Size; i++)
                logOdds += point[i] * features[i];
            var probability = 1 / (1 + Math.Exp(-logOdds));
            sum.Value += Math.Log(1 + Math.Exp(-Math.Abs(logOdds))) + Math.Max(logOdds, 0) - (liked ? logOdds : 0);
            for (var i = 0; i < Size; i++)
            {
                sum.Gradient[i] += (probability - (liked ? 1 : 0)) * features[i];
                for (var j = 0; j < Size; j++)
                    sum.Hessian[i, j] += probability * (1 - probability) * features[i] * features[j];
            }
        }

        // The intercept is hardly held back: it is the share of what is liked.
        sum.AddRidge(0, 0.01, point[0] - start[0]);
        for (var i = 1; i < Size; i++)
            sum.AddRidge(i, Regularization, point[i] - start[i]);
        return sum;
    }

    private List<(double[] Features, bool Liked)> Rows(IReadOnlyList<HeldOutExample> examples)
    {
        const int piece = 16;
        var rows = new List<(double[], bool)>[(examples.Count + piece - 1) / piece];
        Threads.For(rows.Length, threads, index =>
        {
            var buffer = new ScoreBuffer(scorer.Catalog.Count);
            rows[index] = [];
            foreach (var example in examples.Skip(index * piece).Take(piece))
            {
                scorer.Score(example.History, scorer.FoldIn(example.History), example.Moment, buffer);
                foreach (var e in example.HeldOut)
                {
                    if (Judgement.IsJudged(e))
                        rows[index].Add((Features(e.Title, buffer), Judgement.IsLiked(e)));
                }
            }
        });
        return [.. rows.SelectMany(row => row)];
    }

    private double[] Features(int title, ScoreBuffer buffer)
    {
        var features = new double[Size];
        features[0] = 1;
        scorer.MatchFeatures(title, buffer, out var quality, out var mood);
        features[1] = quality;
        features[2] = mood;
        for (var part = 0; part < ScoreBuffer.PartCount; part++)
            features[Leading + part] = Math.Clamp(buffer.Part((ScorePartKind)part)[title], -MatchCalibration.PartLimit, MatchCalibration.PartLimit);
        return features;
    }
}
