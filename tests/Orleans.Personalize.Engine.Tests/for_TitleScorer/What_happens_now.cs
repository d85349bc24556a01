using System.Collections.Immutable;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_TitleScorer;

public sealed class What_happens_now
{
    private const int Titles = 6;
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TitleStatistics?[] _statistics = new TitleStatistics?[Titles];
    private readonly TitleScorer _scorer;

    public What_happens_now()
    {
        var catalog = new Catalog([.. Enumerable.Range(0, Titles).Select(i => new Title { Id = new TitleId($"t{i}"), Name = $"Title {i}", Kind = TitleKind.Film })], 1);
        _scorer = new TitleScorer(catalog, new ThemeIndex(catalog), PersonalizationModel.Untrained);
    }

    [Fact]
    public void Nothing_known_says_nothing()
    {
        var scores = Score(Start, [0]);
        foreach (var part in Enum.GetValues<ScorePartKind>())
            Assert.All(scores.Part(part).ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void The_shorter_the_scale_the_more_the_last_hour_counts()
    {
        Play(1, -100, 8);
        Play(2, -1, 1);
        var scores = Score(Start, []);
        Assert.True(scores.Part(ScorePartKind.TrendHours)[2] > scores.Part(ScorePartKind.TrendHours)[1]);
        Assert.True(scores.Part(ScorePartKind.Lasting)[1] > scores.Part(ScorePartKind.Lasting)[2]);
    }

    [Fact]
    public void The_title_played_first_most_recently_is_the_freshest_and_one_never_played_is_not_fresh()
    {
        Play(1, -1000, 1);
        Play(2, -10, 1);
        var freshness = Score(Start, []).Part(ScorePartKind.Freshness);
        Assert.True(freshness[2] > freshness[1]);
        Assert.Equal(0, freshness[3]);
    }

    [Fact]
    public void What_is_common_is_less_of_a_companion_than_what_is_rare()
    {
        Play(4, -2, 500);
        Follow(0, 4);
        Follow(0, 5);
        var scores = Score(Start, [0]);
        Assert.Equal(scores.Part(ScorePartKind.Following)[5], scores.Part(ScorePartKind.Following)[4], 0.001f);
        Assert.True(scores.Part(ScorePartKind.Companions)[5] > scores.Part(ScorePartKind.Companions)[4]);
    }

    [Fact]
    public void The_title_played_last_says_more_than_the_one_before_it()
    {
        Follow(0, 4);
        Follow(1, 5);
        var scores = Score(Start, [0, 1]);
        Assert.True(scores.Part(ScorePartKind.Following)[5] > scores.Part(ScorePartKind.Following)[4]);
        Assert.True(scores.Part(ScorePartKind.Following)[4] > 0);
        Assert.Equal(0, scores.Part(ScorePartKind.PlayNext)[4]);
    }

    [Fact]
    public void A_profile_that_takes_new_titles_is_told_from_one_that_takes_old_ones()
    {
        Play(1, -24 * 300, 1);
        Play(2, 0, 1);
        var moment = MomentOf(Start.AddHours(1), []);
        Assert.InRange(TitleScorer.NoveltyOf(History([2]), moment), 0.9f, 1);
        Assert.InRange(TitleScorer.NoveltyOf(History([1]), moment), 0.01f, 0.3f);
        Assert.Equal(0, TitleScorer.NoveltyOf(History([3]), moment));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3600, 20)]
    [InlineData(double.MaxValue, 100_000)]
    public void Measures_of_the_moment_stay_between_0_and_1(double gap, int interactions)
    {
        var measures = new float[MomentMeasures.Count];
        MomentMeasures.Fill(gap, interactions, 1, measures);
        Assert.All(measures, measure => Assert.InRange(measure, 0, 1));
    }

    [Fact]
    public void A_model_of_before_gives_no_weight_to_parts_it_does_not_know()
    {
        ImmutableArray<float> few = [1, 2, 3, 4, 5, 6, 7];
        using var stream = new MemoryStream();
        PersonalizationModel.Write(
            ModelContent.Unlearnt with
            {
                Manifest = ModelManifest.Unlearnt with
                {
                    Blend = BlendWeights.Constant(few),
                    Match = MatchCalibration.Unlearnt with { Parts = few },
                },
            },
            stream);
        var weights = new float[ScoreBuffer.PartCount];
        PersonalizationModel.Read(stream.ToArray()).Manifest.FillWeights(ScoreSurface.NextTitle, 3600, 20, 0, weights);
        Assert.Equal([.. few, .. new float[ScoreBuffer.PartCount - few.Length]], weights);
    }

    private static Interaction[] History(int[] titles) => [.. titles.Select(title => new Interaction(title, Interaction.ToSeconds(Start), 1))];

    private void Play(int title, double hours, float weight) =>
        Apply(new TitleOutcome(title, TitleOutcomeKind.Played, Start.AddHours(hours), weight, -1, null));

    private void Follow(int title, int next) => Apply(new TitleOutcome(title, TitleOutcomeKind.PlayedNext, Start, 1, next, null));

    private void Apply(TitleOutcome outcome) =>
        _statistics[outcome.Title] = (_statistics[outcome.Title] ?? TitleStatistics.Empty).Apply(outcome);

    private Moment MomentOf(DateTimeOffset now, int[] history) => new(
        now,
        TrendSnapshot.Of(_statistics, now),
        [.. history.Reverse().Select(title => new PlayNextCounts(title, _statistics[title]?.PlayNextAt(now) ?? []))]);

    private ScoreBuffer Score(DateTimeOffset now, int[] history)
    {
        var buffer = new ScoreBuffer(Titles);
        var interactions = History(history);
        _scorer.Score(interactions, _scorer.FoldIn(interactions), MomentOf(now, history), buffer);
        return buffer;
    }
}
