using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Tests.for_Models;

public class when_training
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 10, 0)]
    [InlineData(1, 10, 0)]
    [InlineData(1, 10, 1)]
    [InlineData(1, 1, 5)]
    [InlineData(2, 10, 30)]
    [InlineData(50, 30, 400)]
    public void Any_amount_of_data_makes_a_model_that_answers(int profiles, int titles, int events)
    {
        var dataset = SmallWorld.Create(profiles, titles, events);
        var trained = ModelTrainer.Train(dataset, new TrainingOptions());
        Assert.Equal(events, trained.Model.Info.Events);
        var buffer = Score(dataset, trained.Model, titles > 0 ? [new Interaction(0, 1, 1)] : []);
        for (var title = 0; title < titles; title++)
        {
            Assert.True(float.IsFinite(buffer.Total[title]), $"score {buffer.Total[title]}");
        }
    }

    [Fact]
    public void The_same_data_make_the_same_bytes_on_one_thread_and_on_two()
    {
        var dataset = SmallWorld.Create(60, 40, 1500);
        Assert.Equal(
            ModelTrainer.Train(dataset, new TrainingOptions { Threads = 1 }).Model.Info.Version,
            ModelTrainer.Train(dataset, new TrainingOptions { Threads = 2 }).Model.Info.Version);
    }

    [Fact]
    public void Another_seed_may_make_another_model_but_other_data_do()
    {
        var one = ModelTrainer.Train(SmallWorld.Create(60, 40, 800, seed: 1), new TrainingOptions());
        var other = ModelTrainer.Train(SmallWorld.Create(60, 40, 800, seed: 2), new TrainingOptions());
        Assert.NotEqual(one.Model.Info.Version, other.Model.Info.Version);
    }

    [Fact]
    public void What_usually_comes_next_is_first()
    {
        var dataset = SmallWorld.Create(100, 60, 6000);
        var trained = ModelTrainer.Train(dataset, new TrainingOptions());
        var buffer = Score(dataset, trained.Model, [new Interaction(30, Interaction.ToSeconds(DateTimeOffset.FromUnixTimeSeconds(1_003_600_000)), 1)]);
        var itemItem = buffer.Part(ScorePartKind.ItemItem);
        for (var title = 0; title < 60; title++)
        {
            Assert.True(title is 30 or 31 || itemItem[31] > itemItem[title], $"{title} before 31");
        }
    }

    [Fact]
    public void The_match_score_says_what_is_liked()
    {
        var dataset = SmallWorld.Create(100, 60, 6000);
        var trained = ModelTrainer.Train(dataset, new TrainingOptions());
        var even = Score(dataset, trained.Model, [.. Enumerable.Range(0, 20).Select(i => new Interaction(i, (uint)i, i % 2 == 0 ? 1 : -0.5f))], out var scorer);
        var liked = Enumerable.Range(20, 40).Where(title => title % 2 == 0).Average(title => scorer.MatchScore(title, even));
        var disliked = Enumerable.Range(20, 40).Where(title => title % 2 == 1).Average(title => scorer.MatchScore(title, even));
        Assert.True(liked > disliked + 0.2, $"liked {liked}, disliked {disliked}");
    }

    [Fact]
    public void Progress_never_goes_back_and_names_its_steps()
    {
        var told = new List<TrainingProgress>();
        ModelTrainer.Train(SmallWorld.Create(60, 40, 1500), new TrainingOptions { Threads = 1 }, new Recorder(told));
        Assert.Equal(told.Select(p => p.Fraction).Order(), told.Select(p => p.Fraction));
        Assert.All(told, p => Assert.InRange(p.Fraction, 0, 1));
        Assert.Contains(told, p => p.Step.StartsWith("factorizing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_can_be_ended()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            ModelTrainer.Train(SmallWorld.Create(10, 10, 100), new TrainingOptions(), cancellationToken: source.Token));
    }

    private static ScoreBuffer Score(Dataset dataset, PersonalizationModel model, Interaction[] history) => Score(dataset, model, history, out _);

    private static ScoreBuffer Score(Dataset dataset, PersonalizationModel model, Interaction[] history, out TitleScorer scorer)
    {
        var catalog = new Catalog([.. dataset.Titles], 1);
        scorer = new TitleScorer(catalog, new ThemeIndex(catalog), model);
        var buffer = new ScoreBuffer(catalog.Count);
        var now = history.Length > 0 ? history[^1].Time.AddMinutes(10) : DateTimeOffset.UnixEpoch.AddYears(31);
        scorer.Score(history, scorer.FoldIn(history), new Moment(now, TrendSnapshot.Empty, []), buffer);
        return buffer;
    }

    private sealed class Recorder(List<TrainingProgress> told) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => told.Add(value);
    }
}
