using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_TitleScorer;

public sealed class Long_histories
{
    private const int Titles = 400;
    private const int Dimension = 24;
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(40)]
    [InlineData(300)]
    public void What_goes_with_a_long_history_is_the_sum_of_its_rows(int rowLength)
    {
        var random = new Random(rowLength);
        var content = Content(random, rowLength);
        var history = History(random, 200);
        var expected = new float[Titles];
        foreach (var interaction in history)
        {
            for (var i = interaction.Title * rowLength; i < (interaction.Title + 1) * rowLength; i++)
                expected[content.RowTitles.Span[i]] += (float)content.RowWeights.Span[i];
        }

        Assert.InRange(Correlation(ToLogarithms(expected), Score(ScorerOf(content), history).Part(ScorePartKind.StableTaste)), 0.999999, 1.000001);
    }

    [Fact]
    public void Scores_do_not_depend_on_what_was_scored_before()
    {
        var random = new Random(7);
        var scorer = ScorerOf(Content(random, 60));
        Interaction[] one = History(random, 80);
        Interaction[] other = [.. one[..^1], one[^1] with { Strength = -0.5f }];
        Interaction[] longer = [.. one, one[3]];
        var buffer = new ScoreBuffer(Titles);
        var trend = new TrendSnapshot(Now, [.. Enumerable.Range(0, Titles).Select(i => (float)i)]);
        Moment[] moments =
        [
            new(Now, TrendSnapshot.Empty, []),
            new(Now, trend, []),
            new(Now.AddDays(40), trend, []),
            new(Now, trend, [new PlayNextCounts(one[^1].Title, [(5, 3f), (9, 1f)])]),
            new(Now, trend, [new PlayNextCounts(one[^1].Title, [(5, 3f), (9, 2f)])]),
        ];
        foreach (var moment in moments)
        {
            foreach (var history in new[] { one, one, other, longer, one, [] })
            {
                foreach (var surface in Enum.GetValues<ScoreSurface>())
                {
                    var fresh = new ScoreBuffer(Titles);
                    scorer.Score(history, [], moment, fresh, surface);
                    scorer.Score(history, [], moment, buffer, surface);
                    Assert.Equal(fresh.Total.ToArray(), buffer.Total.ToArray());
                    Assert.Equal(fresh.Weights.ToArray(), buffer.Weights.ToArray());
                }
            }
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(32)]
    [InlineData(128)]
    public void A_folded_in_vector_solves_its_equations(int dimension)
    {
        const float unobserved = 0.3f;
        const float ridge = 2;
        var random = new Random(dimension);
        var vectors = Numbers(random, 50 * dimension, 0.3f);
        var gram = FoldIn.GramOf(vectors, dimension);
        int[] titles = [.. Enumerable.Range(0, 23)];
        var x = new float[dimension];
        FoldIn.Solve(titles, vectors, gram, unobserved, ridge, 4 * dimension, x);
        for (var i = 0; i < dimension; i++)
        {
            var left = (double)(ridge * x[i]);
            for (var k = 0; k < dimension; k++)
                left += unobserved * gram[(i * dimension) + k] * x[k];
            var right = 0.0;
            foreach (var title in titles)
            {
                var product = 0.0;
                for (var k = 0; k < dimension; k++)
                    product += vectors[(title * dimension) + k] * x[k];
                left += product * vectors[(title * dimension) + i];
                right += vectors[(title * dimension) + i];
            }

            Assert.Equal(right, left, 0.001);
        }
    }

    private static TitleScorer ScorerOf(ModelContent content)
    {
        using var stream = new MemoryStream();
        PersonalizationModel.Write(content, stream);
        var catalog = new Catalog([.. content.Titles.Select(id => new Title { Id = id, Name = id.Value, Kind = TitleKind.Film })], 1);
        return new TitleScorer(catalog, new ThemeIndex(catalog), PersonalizationModel.Read(stream.ToArray()));
    }

    private static ScoreBuffer Score(TitleScorer scorer, Interaction[] history)
    {
        var buffer = new ScoreBuffer(Titles);
        scorer.Score(history, [], new Moment(Now, TrendSnapshot.Empty, []), buffer);
        return buffer;
    }

    // Some entries of a row are a thousand times weaker than the others.
    private static ModelContent Content(Random random, int rowLength)
    {
        var columns = new ushort[Titles * rowLength];
        var weights = new Half[columns.Length];
        for (var title = 0; title < Titles; title++)
        {
            var row = Enumerable.Range(0, Titles).OrderBy(_ => random.Next()).Take(rowLength).Order().ToArray();
            for (var i = 0; i < rowLength; i++)
            {
                columns[(title * rowLength) + i] = (ushort)row[i];
                weights[(title * rowLength) + i] = (Half)((random.NextSingle() - 0.3f) * (i % 3 == 0 ? 0.5f : 0.0005f));
            }
        }

        return ModelContent.Unlearnt with
        {
            Manifest = ModelManifest.Unlearnt with { Scales = [new ItemItemScale(1)], Dimension = Dimension, FoldIn = new FactorFoldIn(0.3f, 0.01f) },
            Titles = [.. Enumerable.Range(0, Titles).Select(i => new TitleId($"t{i}"))],
            Popularity = new float[Titles],
            Quality = new float[Titles],
            RowStarts = Enumerable.Range(0, Titles + 1).Select(i => i * rowLength).ToArray(),
            RowTitles = columns,
            RowWeights = weights,
            Vectors = Numbers(random, Titles * Dimension, 0.2f),
        };
    }

    private static Interaction[] History(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(i => new Interaction(random.Next(Titles), Interaction.ToSeconds(Now.AddHours(i - length)), 0.8f))];

    private static float[] Numbers(Random random, int count, float size) => [.. Enumerable.Range(0, count).Select(_ => size * ((2 * random.NextSingle()) - 1))];

    private static float[] ToLogarithms(float[] values)
    {
        var scale = Math.Sqrt(values.Sum(value => (double)value * value) / values.Length);
        return [.. values.Select(value => (float)Math.Log(1 + (5 * Math.Max(0, value / scale))))];
    }

    private static double Correlation(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var (x, y) = (one.ToArray(), other.ToArray());
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y).Sum(pair => (pair.First - meanX) * (pair.Second - meanY))
            / Math.Sqrt(x.Sum(value => Math.Pow(value - meanX, 2)) * y.Sum(value => Math.Pow(value - meanY, 2)));
    }
}
