using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.ItemItem;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Tests.for_Models;

public class when_fitting_item_item_weights
{
    private static readonly TimeScale[] Scales = [new(0.7, 3), new(0.3, 2)];
    private const double TargetDecay = 0.5;
    private const int Titles = 24;

    [Theory]
    [InlineData(100)]
    [InlineData(1)]
    public void Titles_are_ordered_as_by_a_regression_done_the_long_way(int unknownsAtOnce)
    {
        var dataset = SmallWorld.Create(30, Titles, 700);
        var options = new TrainingOptions
        {
            MultiScale = new MultiScaleOptions
            {
                Scales = [.. Scales],
                TargetDecay = TargetDecay,
                MinimumEvents = 1,
                MaximumJointUnknowns = unknownsAtOnce,
                RowLength = Titles,
            },
        };
        var itemItem = Scores(dataset, options, [3, 11, 7, 4]);
        var expected = TheLongWay(dataset, inTurn: unknownsAtOnce == 1, [3, 11, 7, 4]);
        var positive = Enumerable.Range(0, Titles).Except([3, 11, 7, 4]).Where(title => expected[title] > 0.01).OrderByDescending(title => expected[title]).ToList();
        Assert.True(positive.Count > 5);
        for (var i = 0; i + 1 < positive.Count; i++)
        {
            var gap = expected[positive[i]] - expected[positive[i + 1]];
            Assert.True(gap < 1e-3 || itemItem[positive[i]] > itemItem[positive[i + 1]], $"{positive[i]} is not before {positive[i + 1]}");
        }
    }

    private static float[] Scores(Dataset dataset, TrainingOptions options, int[] history)
    {
        var trained = ModelTrainer.Train(dataset, options);
        var catalog = new Catalog([.. dataset.Titles], 1);
        var scorer = new TitleScorer(catalog, new ThemeIndex(catalog), trained.Model);
        var buffer = new ScoreBuffer(catalog.Count);
        Interaction[] interactions = [.. history.Select((title, i) => new Interaction(title, (uint)i, 1))];
        scorer.Score(interactions, scorer.FoldIn(interactions), new Moment(interactions[^1].Time, TrendSnapshot.Empty, []), buffer);
        return buffer.Part(ScorePartKind.ItemItem).ToArray();
    }

    // Features and targets written out for every position, normal equations, elimination.
    private static double[] TheLongWay(Dataset dataset, bool inTurn, int[] history)
    {
        var rows = new List<(double[] Features, double[] Target)>();
        foreach (var profile in dataset.Events.GroupBy(e => e.Profile))
        {
            DatasetEvent[] events = [.. profile];
            for (var p = 0; p + 1 < events.Length; p++)
            {
                var target = new double[Titles];
                for (var q = p + 1; q < events.Length; q++)
                    target[events[q].Title] += Math.Pow(TargetDecay, q - p - 1);

                // What a profile was against counts the less as a choice.
                rows.Add((Features([.. events[..(p + 1)].Select(e => (e.Title, e.Strength < 0 ? 1.0 + e.Strength : 1))]), target));
            }
        }

        var weights = inTurn ? FitInTurn(rows) : Fit(rows, Scales, 0);
        var features = Features([.. history.Select(title => (title, 1.0))]);
        return [.. Enumerable.Range(0, Titles).Select(title => features.Select((value, i) => value * weights[i, title]).Sum())];
    }

    private static double[] Features((int Title, double Weight)[] history)
    {
        var features = new double[Scales.Length * Titles];
        for (var scale = 0; scale < Scales.Length; scale++)
        {
            for (var q = 0; q < history.Length; q++)
                features[(scale * Titles) + history[q].Title] += history[q].Weight * Math.Pow(Scales[scale].Decay, history.Length - 1 - q);
        }

        return features;
    }

    private static double[,] FitInTurn(List<(double[] Features, double[] Target)> rows)
    {
        var weights = new double[Scales.Length * Titles, Titles];
        for (var scale = 0; scale < Scales.Length; scale++)
        {
            var fitted = Fit(rows, [Scales[scale]], scale * Titles);
            for (var i = 0; i < Titles; i++)
            {
                // A title's weight for itself is left out of its row.
                for (var title = 0; title < Titles; title++)
                    weights[(scale * Titles) + i, title] = i == title ? 0 : fitted[i, title];
            }

            rows = [.. rows.Select(row => (row.Features, Rest(row, fitted, scale * Titles)))];
        }

        return weights;
    }

    private static double[] Rest((double[] Features, double[] Target) row, double[,] fitted, int first) =>
        [.. Enumerable.Range(0, Titles).Select(title =>
            row.Target[title] - Enumerable.Range(0, Titles).Where(i => i != title).Sum(i => row.Features[first + i] * fitted[i, title]))];

    private static double[,] Fit(List<(double[] Features, double[] Target)> rows, TimeScale[] scales, int first)
    {
        var order = scales.Length * Titles;
        var system = new double[order, order + Titles];
        foreach (var (features, target) in rows)
        {
            for (var i = 0; i < order; i++)
            {
                for (var j = 0; j < order; j++)
                    system[i, j] += features[first + i] * features[first + j];
                for (var title = 0; title < Titles; title++)
                    system[i, order + title] += features[first + i] * target[title];
            }
        }

        for (var i = 0; i < order; i++)
            system[i, i] += scales[i / Titles].Regularization;
        Eliminate(system, order);
        var weights = new double[order, Titles];
        for (var i = 0; i < order; i++)
        {
            for (var title = 0; title < Titles; title++)
                weights[i, title] = system[i, order + title] / system[i, i];
        }

        return weights;
    }

    private static void Eliminate(double[,] system, int order)
    {
        for (var pivot = 0; pivot < order; pivot++)
        {
            for (var row = 0; row < order; row++)
            {
                var factor = row == pivot ? 0 : system[row, pivot] / system[pivot, pivot];
                for (var column = 0; column < system.GetLength(1) && factor != 0; column++)
                    system[row, column] -= factor * system[pivot, column];
            }
        }
    }
}
