using Orleans.Personalize.Training.Evaluation;
using Orleans.Personalize.Training.Evaluation.Metrics;

namespace Orleans.Personalize.Training.Tests.for_Evaluation;

public class when_measuring
{
    [Fact]
    public void Ranks_count_what_is_better_and_half_of_what_is_equal()
    {
        float[] scores = [3, 1, 2, 2, 2, float.NegativeInfinity];
        Assert.Equal(1, Ranks.Of(scores, 0));
        Assert.Equal(3, Ranks.Of(scores, 2));
        Assert.Equal(5, Ranks.Of(scores, 1));
    }

    [Fact]
    public void A_score_that_is_no_number_is_the_worst()
    {
        Assert.Equal(3, Ranks.Of([1, float.NaN, -5], 1));
        Assert.Equal(2, Ranks.Of([1, float.NaN, -5], 2));
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(10.5, 0)]
    public void A_hit_is_a_rank_up_to_k(double rank, double expected) => Assert.Equal(expected, new HitRate(10).Of([rank]));

    [Fact]
    public void Discounted_gain_of_one_title_falls_with_the_logarithm_of_its_rank()
    {
        Assert.Equal(1, new DiscountedGain(10).Of([1]));
        Assert.Equal(1 / Math.Log2(4), new DiscountedGain(10).Of([3]), 12);
        Assert.Equal(0, new DiscountedGain(10).Of([11]));
    }

    [Fact]
    public void Discounted_gain_of_several_titles_is_one_when_they_come_first()
    {
        Assert.Equal(1, new DiscountedGain(10).Of([3, 1, 2]), 12);
        Assert.Equal((1 + (1 / Math.Log2(5))) / (1 + (1 / Math.Log2(3))), new DiscountedGain(10).Of([1, 4]), 12);
        Assert.Equal(1, new DiscountedGain(2).Of([1, 2, 50]), 12);
    }

    [Fact]
    public void Recall_is_over_as_many_as_there_could_be()
    {
        Assert.Equal(0.5, new Recall(10).Of([1, 30]));
        Assert.Equal(1, new Recall(2).Of([1, 2, 3, 4]));
        Assert.Equal(0, new Recall(2).Of([double.PositiveInfinity]));
    }

    [Fact]
    public void Reciprocal_rank_is_that_of_the_best()
    {
        Assert.Equal(0.25, new ReciprocalRank(10).Of([7, 4]));
        Assert.Equal(0, new ReciprocalRank(10).Of([11]));
    }

    [Fact]
    public void Names_are_the_usual_ones() => Assert.Equal(
        ["HR@10", "NDCG@100", "MRR@20", "Recall@50", "Coverage@5"],
        [new HitRate(10).Name, new DiscountedGain(100).Name, new ReciprocalRank(20).Name, new Recall(50).Name, new CatalogCoverage(9, 5).Name]);

    [Fact]
    public void The_area_under_the_curve_counts_pairs_in_order()
    {
        Assert.Equal(1, AreaUnderCurve.Of([(0.9, true), (0.1, false)]));
        Assert.Equal(0.5, AreaUnderCurve.Of([(0.5, true), (0.5, false)]));
        Assert.Equal(0.75, AreaUnderCurve.Of([(0.9, true), (0.4, true), (0.6, false), (0.1, false)]));
        Assert.True(double.IsNaN(AreaUnderCurve.Of([(0.5, true)])));
    }

    [Fact]
    public void Calibration_error_is_zero_when_shares_are_what_was_said()
    {
        Assert.Equal(0, CalibrationError.Of(Enumerable.Range(0, 150).Select(i => (1.0, true))), 12);
        Assert.Equal(0.3, CalibrationError.Of(Enumerable.Range(0, 150).Select(i => (0.7, true))), 12);
    }

    [Fact]
    public void Brier_score_is_the_mean_squared_error() => Assert.Equal(((0.2 * 0.2) + (0.6 * 0.6)) / 2, BrierScore.Of([(0.8, true), (0.6, false)]), 12);

    [Fact]
    public void Coverage_counts_titles_once()
    {
        var coverage = new CatalogCoverage(10, 2);
        coverage.Add(7, [1, 2, 3]);
        coverage.Add(7, [2, 4]);
        Assert.Equal(0.3, coverage.Value);
    }

    [Fact]
    public void The_standard_error_is_that_of_independent_answers_when_every_profile_answers_once()
    {
        var mean = new ClusteredMean();
        double[] values = [0, 1, 1, 0, 1];
        for (var i = 0; i < values.Length; i++)
            mean.Add(i, values[i]);
        Assert.Equal(0.6, mean.Value.Value, 12);
        Assert.Equal(Math.Sqrt(0.3 / 5), mean.Value.StandardError, 12);
    }

    [Fact]
    public void Answers_of_one_profile_do_not_pass_for_independent()
    {
        var (alone, together) = (new ClusteredMean(), new ClusteredMean());
        for (var i = 0; i < 20; i++)
        {
            alone.Add(i, i % 2);
            together.Add(i % 2, i % 2);
        }

        Assert.True(together.Value.StandardError > 2 * alone.Value.StandardError);
    }

    [Fact]
    public void Coverage_is_as_uncertain_as_it_hangs_on_single_profiles()
    {
        var coverage = new CatalogCoverage(10, 2);
        coverage.Add(1, [0, 1]);
        coverage.Add(2, [0, 2]);
        coverage.Add(3, [0, 1]);

        // Only profile 2 is shown something that nobody else is: alone are 0, 1 and 0 titles.
        Assert.Equal(0.3, coverage.Measured.Value, 12);
        Assert.Equal(Math.Sqrt((2 / 3.0) * ((1 / 9.0) + (4 / 9.0) + (1 / 9.0))) / 10, coverage.Measured.StandardError, 12);
    }

    [Fact]
    public void What_everybody_knows_is_no_news()
    {
        var novelty = new Novelty([8, 2, 0], 8, 2);
        novelty.Add(1, [0, 1, 2]);
        Assert.Equal((0 + 2) / 2.0, novelty.Value.Value, 12);
        novelty.Add(2, [2]);
        Assert.Equal((1 + 4) / 2.0, novelty.Value.Value, 12);
    }

    [Fact]
    public void A_list_is_as_diverse_as_its_titles_have_no_genres_in_common()
    {
        var diversity = new ListDiversity([[0], [0], [1, 2], [0, 1]], 3);
        diversity.Add(1, [0, 1]);
        Assert.Equal(0, diversity.Value.Value, 12);
        diversity.Add(2, [0, 2, 3]);
        Assert.Equal((0 + ((1 + 0.5 + (2 / 3.0)) / 3)) / 2, diversity.Value.Value, 12);
    }

    [Fact]
    public void The_median_lies_within_its_interval()
    {
        double[] values = [.. Enumerable.Range(1, 101).Select(i => (double)i)];
        var median = Quantile.Of(values, 0.5);
        Assert.Equal(51, median.Value);
        Assert.InRange(median.Low, 39, 43);
        Assert.InRange(median.High, 59, 64);
        Assert.Equal(5, Quantile.Of([5], 0.99).High);
    }

    [Fact]
    public void Reliability_sets_what_was_said_beside_what_came_true()
    {
        var points = Reliability.Of(Enumerable.Range(0, 300).Select(i => (i / 300.0, i % 3 == 0)));
        Assert.Equal(15, points.Length);
        Assert.Equal(300, points.Sum(point => point.Count));
        Assert.All(points, point => Assert.True(point.Low <= point.Share && point.Share <= point.High && point.Low >= 0 && point.High <= 1));
        Assert.Equal(points.Select(point => point.Probability).Order(), points.Select(point => point.Probability));
        Assert.Equal(1 / 3.0, points.Average(point => point.Share), 2);
    }

    [Fact]
    public void The_interval_of_a_mean_is_twice_its_standard_error_to_each_side()
    {
        var metric = new MetricValue(0.5, 0.1);
        Assert.Equal(0.5 - 0.196, metric.Low, 4);
        Assert.Equal(0.5 + 0.196, metric.High, 4);
    }
}
