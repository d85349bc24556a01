using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation;
using Orleans.Personalize.Training.ItemItem;
using Orleans.Personalize.Training.Models;
using Orleans.Personalize.Training.Sequence;
using Orleans.Personalize.Training.Tests.for_Datasets;
using Orleans.Personalize.Training.Tests.for_Models;

namespace Orleans.Personalize.Training.Tests.for_Evaluation;

public class when_evaluating
{
    // Small enough to be quick: rows for the most played titles only.
    private static readonly TrainingOptions Quick = new()
    {
        MultiScale = new MultiScaleOptions { MaximumSources = 600 },
        StableTaste = new StableTasteOptions { MaximumSources = 600 },
        Sequence = new SequenceTrainingOptions { Dimension = 32, Hidden = 32, Epochs = 1 },
    };

    [DatasetFact("ml-latest-small")]
    public void MovieLens_latest_small_is_predicted_better_than_by_counting()
    {
        var dataset = DatasetImporter.Import(SharedData.Require("ml-latest-small"), "movielens").ToDataset();
        var result = EvaluationRunner.Run(new EvaluationRequest { Protocol = EvaluationProtocol.LeaveOneOut, Training = Quick }, dataset);
        Assert.Equal(610, result.Profiles);
        Assert.InRange(result.Metrics["HR@10"].Value, 0.11, 0.30);
        Assert.InRange(result.Metrics["HR@10"].StandardError, 0.012, 0.016);
    }

    [Fact]
    public void Predictions_are_ranked_and_hold_nothing_that_is_known_already()
    {
        var dataset = SmallWorld.Create(20, 30, 300);
        var predictions = new List<Prediction>();
        var result = EvaluationRunner.Run(
            new EvaluationRequest { Protocol = EvaluationProtocol.LeaveOneOut, Predictions = predictions.Add, PredictionsPerProfile = 5 },
            dataset);
        foreach (var answer in predictions.GroupBy(prediction => prediction.Profile))
        {
            Assert.Equal([1, 2, 3, 4, 5], answer.Select(prediction => prediction.Rank));
            Assert.Equal(answer.Select(prediction => prediction.Score).OrderDescending(), answer.Select(prediction => prediction.Score));
            var known = dataset.Events.Where(e => dataset.Profiles[e.Profile] == answer.Key).SkipLast(1).Select(e => dataset.Titles[e.Title].Id);
            Assert.Empty(answer.Select(prediction => prediction.Title).Intersect(known));
        }

        Assert.Equal(result.Profiles, predictions.Select(prediction => prediction.Profile).Distinct().Count());
    }

    [Fact]
    public void Metrics_can_be_recomputed_from_the_predictions()
    {
        var dataset = SmallWorld.Create(20, 30, 300);
        var predictions = new List<Prediction>();
        var result = EvaluationRunner.Run(
            new EvaluationRequest { Protocol = EvaluationProtocol.LeaveOneOut, Predictions = predictions.Add, PredictionsPerProfile = 10 },
            dataset);
        var last = dataset.Events.GroupBy(e => e.Profile).Where(group => group.Count() >= 3).ToDictionary(group => dataset.Profiles[group.Key], group => dataset.Titles[group.Last().Title].Id);
        var hits = predictions.Count(prediction => last[prediction.Profile] == prediction.Title);
        Assert.Equal(hits / (double)result.Profiles, result.Metrics["HR@10"].Value, 12);
    }

    [Theory]
    [InlineData("leave-one-out")]
    [InlineData("live-replay")]
    [InlineData("cold-titles")]
    [InlineData("match-score")]
    public void The_same_evaluation_measures_the_same_on_one_thread_and_on_two(string protocol)
    {
        var dataset = SmallWorld.Create(25, 40, 900);
        var one = Evaluate(dataset, protocol, 1);
        var two = Evaluate(dataset, protocol, 2);
        Assert.NotEmpty(one.Metrics);
        Assert.Equal(one.Metrics, two.Metrics);
    }

    [Fact]
    public void Every_answer_is_in_one_slice_of_each_kind()
    {
        var dataset = SmallWorld.Create(25, 40, 900);
        var result = EvaluationRunner.Run(
            new EvaluationRequest { Protocol = EvaluationProtocol.LeaveOneOut, ExactTimes = (1, 10) }, dataset);
        var groups = result.Slices.GroupBy(slice => slice.Group).ToDictionary(group => group.Key, group => group.Sum(slice => slice.Count));
        Assert.Equal(25, groups["gap"]);
        Assert.Equal(10, groups["gap, exact times"]);
        Assert.Equal(25, groups["history"]);
        Assert.Equal(25, groups["popularity"]);
        Assert.True(result.Metrics.ContainsKey("Novelty@10"));
        Assert.True(result.Microseconds["scoringMedian"].Value > 0);
    }

    [Fact]
    public void A_part_that_nothing_can_replace_is_missed_when_it_is_off()
    {
        var dataset = SmallWorld.Create(80, 60, 2400);
        var result = EvaluationRunner.Run(new EvaluationRequest { Protocol = EvaluationProtocol.LeaveOneOut, Ablate = true }, dataset);
        Assert.Equal(Enum.GetNames<ScorePartKind>(), result.Ablation.Select(part => part.Part));
        Assert.All(result.Ablation, part => Assert.Equal(
            result.Metrics["HR@1"].Value + part.Differences["HR@1"].Value, part.Metrics["HR@1"].Value, 12));

        // Running counts play no part in this protocol, so that nothing changes without them.
        Assert.Equal(0, result.Ablation.Single(part => part.Part == nameof(ScorePartKind.Trend)).Differences["HR@1"].Value);
        Assert.True(result.Ablation.Min(part => part.Differences["HR@1"].Value) < 0);
    }

    [Fact]
    public void Without_enough_events_the_request_is_refused() =>
        Assert.Throws<ArgumentException>(() => Evaluate(SmallWorld.Create(50, 5, 50), "leave-one-out", 1, minimumEvents: 40));

    [Fact]
    public void Held_out_profiles_need_a_folder_of_splits() =>
        Assert.Throws<ArgumentException>(() => Evaluate(SmallWorld.Create(5, 5, 50), "strong-generalization", 1));

    [Fact]
    public void The_first_screen_is_held_against_a_list_of_as_many_titles()
    {
        using var folder = new TempFolder();
        var dataset = SmallWorld.Create(60, 90, 6000);
        var liked = dataset.Events.Where(e => e.Rating >= 4).DistinctBy(e => (e.Profile, e.Title)).ToLookup(e => e.Profile);
        WriteSplit(folder, "train_profiles", "profile", Enumerable.Range(0, 40).Select(profile => $"p{profile}"));
        foreach (var (name, first) in new[] { ("validation", 40), ("test", 50) })
        {
            WriteSplit(folder, name, "profile\tpart\ttitle", Enumerable.Range(first, 10).SelectMany(profile => liked[profile]
                .Select((e, i) => $"p{profile}\t{(i % 4 > 0 ? "fold_in" : "predict")}\tt{e.Title}")));
        }

        var predictions = new List<Prediction>();
        var result = EvaluationRunner.Run(
            new EvaluationRequest { Protocol = EvaluationProtocol.FirstScreen, SplitsFolder = folder.Path, Predictions = predictions.Add }, dataset);
        Assert.Equal(10, result.Profiles);
        Assert.Equal(
            result.Metrics["screen HR less list HR"].Value, result.Metrics["screen HR"].Value - result.Metrics["list HR@20"].Value, 12);
        Assert.InRange(result.Metrics["page themes"].Value, 1, 40);
        Assert.True(result.Metrics["page coverage"].Value >= result.Metrics["screen coverage"].Value);
        var sought = Enumerable.Range(50, 10).ToDictionary(
            profile => new ProfileId($"p{profile}"), profile => liked[profile].Where((_, i) => i % 4 == 0).Select(e => dataset.Titles[e.Title].Id).ToHashSet());
        var hits = predictions.GroupBy(prediction => prediction.Profile).Count(screen => screen.Any(card => sought[card.Profile].Contains(card.Title)));
        Assert.Equal(hits / 10.0, result.Metrics["screen HR"].Value, 12);
    }

    private static void WriteSplit(TempFolder folder, string name, string head, IEnumerable<string> lines) =>
        File.WriteAllLines(Path.Combine(folder.Path, $"small-world.strong.{name}.tsv"), lines.Prepend(head));

    [Fact]
    public void A_missing_split_is_named()
    {
        var request = new EvaluationRequest { Protocol = EvaluationProtocol.StrongGeneralization, SplitsFolder = Path.GetTempPath() };
        var error = Assert.Throws<FileNotFoundException>(() => EvaluationRunner.Run(request, SmallWorld.Create(5, 5, 50)));
        Assert.Contains("small-world.strong", error.Message, StringComparison.Ordinal);
    }

    private static EvaluationResult Evaluate(Dataset dataset, string protocol, int threads, int minimumEvents = 3) => EvaluationRunner.Run(
        new EvaluationRequest
        {
            Protocol = EvaluationRunner.Protocols[protocol],
            MinimumEvents = minimumEvents,
            Training = new TrainingOptions { Threads = threads },
        },
        dataset);
}
