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
    private const double Regularization = 2;

    // The intercept is hardly held back: it is the share of what is liked.
    private const double InterceptRegularization = 0.01;

    private static readonly int Size = TitleScorer.MatchFeatureCount;

    /// <summary>Learns from the judged ones among held-out events; without any the prior stays.</summary>
    public MatchCalibration Fit(IEnumerable<HeldOutExample> examples, MatchCalibration prior)
    {
        var rows = Rows(examples);
        if (rows.Count == 0)
            return prior;

        // The parts are drawn to nothing, the rest to what is usual.
        var center = prior.ToWeights();
        center[0] = 0;
        Array.Clear(center, Size - ScoreBuffer.PartCount, ScoreBuffer.PartCount);
        return prior.WithWeights(NewtonMethod.Minimize(point => Evaluate(rows, point, center), new double[Size], MaxIterations));
    }

    private static NewtonMethod.Evaluation Evaluate(List<(float[] Features, bool Liked)> rows, double[] point, double[] center)
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

        for (var i = 0; i < Size; i++)
            sum.AddRidge(i, i == 0 ? InterceptRegularization : Regularization, point[i] - center[i]);
        return sum;
    }

    private List<(float[] Features, bool Liked)> Rows(IEnumerable<HeldOutExample> examples)
    {
        const int most = 256;
        const int piece = 16;
        var rows = new List<(float[], bool)>();
        foreach (var batch in examples.Chunk(most))
        {
            var found = new List<(float[], bool)>[(batch.Length + piece - 1) / piece];
            Threads.For(found.Length, threads, index =>
            {
                var buffer = new ScoreBuffer(scorer.Catalog.Count);
                found[index] = [];
                foreach (var example in batch.AsSpan(index * piece, Math.Min(piece, batch.Length - (index * piece))))
                    AddRows(example, buffer, found[index]);
            });
            rows.AddRange(found.SelectMany(row => row));
        }

        return rows;
    }

    private void AddRows(HeldOutExample example, ScoreBuffer buffer, List<(float[], bool)> rows)
    {
        scorer.Score(example.History, example.FoldIn(scorer), example.Moment, buffer);
        foreach (var e in example.HeldOut)
        {
            if (!Judgement.IsJudged(e))
                continue;
            var features = new float[Size];
            scorer.MatchFeatures(e.Title, buffer, features);
            rows.Add((features, Judgement.IsLiked(e)));
        }
    }
}
