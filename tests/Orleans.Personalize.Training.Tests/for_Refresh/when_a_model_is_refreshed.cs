using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Training.Comparison;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;
using Orleans.Personalize.Training.Refresh;
using Orleans.Personalize.Training.Sequence;
using Orleans.Personalize.Training.Tests.for_Models;

namespace Orleans.Personalize.Training.Tests.for_Refresh;

public class when_a_model_is_refreshed
{
    private const int Titles = 30;
    private const int Known = 27;

    // The last series of three came after the model was trained.
    private static readonly Dataset World = SmallWorld.Create(120, Titles, 4000);
    private static readonly TrainingOptions Options = new()
    {
        Threads = 1,
        Sequence = new SequenceTrainingOptions { Dimension = 32, Hidden = 32, Shards = 2, LanesPerShard = 8, Steps = 8, Epochs = 2, HeldOut = 10 },
    };

    private static readonly Lazy<PersonalizationModel> Before = new(() => ModelTrainer.Train(With(Earlier()), Options).Model);
    private static readonly Lazy<TrainedModel> After = new(() => ModelRefresher.Refresh(World, Before.Value, Options));

    [Fact]
    public void A_title_that_is_new_in_the_log_is_in_the_model_and_is_recommended()
    {
        Assert.False(Before.Value.TryGetNumber(World.Titles[28].Id, out _));
        Assert.True(After.Value.Model.TryGetNumber(World.Titles[28].Id, out _));
        Assert.Equal(Titles, After.Value.Model.Titles.Length);

        var itemItem = Score(After.Value.Model, 27).Part(ScorePartKind.ItemItem);
        for (var title = 0; title < Titles; title++)
            Assert.True(title is 27 or 28 || itemItem[28] > itemItem[title], $"{title} before 28");
    }

    [Fact]
    public void Nothing_else_is_lost()
    {
        var (before, after) = (Before.Value.ToContent(), After.Value.Model.ToContent());
        Assert.Equal([.. before.Titles], after.Titles[..Known].ToArray());
        Assert.Equivalent(before.Manifest.Blend, after.Manifest.Blend);
        Assert.Equivalent(before.Manifest.TopPicks, after.Manifest.TopPicks);
        Assert.Equal(before.Manifest.Communities.AsEnumerable(), after.Manifest.Communities);
        Assert.Equal(before.Manifest.Match.ToWeights(), after.Manifest.Match.ToWeights());
        Assert.Equal(before.ThemeVectors.ToArray(), after.ThemeVectors.ToArray());
        Assert.Equal(World.Events.Length, after.Manifest.Events);
        Assert.Equal(World.Events[^1].UnixSeconds, after.Manifest.NewestEvent.ToUnixTimeSeconds());
        for (var number = 0; number < after.Titles.Length; number++)
            Assert.Equal(World.Events.Count(e => World.Titles[e.Title].Id == after.Titles[number]), after.Popularity.Span[number]);
    }

    [Fact]
    public void Item_item_weights_come_close_to_those_of_a_new_training()
    {
        var (refreshed, trained) = (Rows(After.Value.Model), Rows(ModelTrainer.Train(World, Options).Model));
        Assert.Equal(4 * Titles * Titles, trained.Length);
        var largest = trained.Max(Math.Abs);
        for (var i = 0; i < trained.Length; i++)
            Assert.InRange(refreshed[i], trained[i] - (0.02f * largest), trained[i] + (0.02f * largest));
        Assert.Contains(trained, weight => Math.Abs(weight) > 0.2 * largest);
    }

    [Fact]
    public void The_same_model_and_events_make_the_same_bytes_on_one_thread_and_on_two() =>
        Assert.Equal(
            After.Value.Model.Info.Version,
            ModelRefresher.Refresh(World, Before.Value, Options with { Threads = 2 }).Model.Info.Version);

    [Fact]
    public void What_the_encoder_learnt_stays_and_new_titles_have_a_place_in_it()
    {
        var (before, after) = (Before.Value.Encoder!, After.Value.Model.Encoder!);
        Assert.Equal((Known, Titles), (before.Shape.Titles, after.Shape.Titles));
        var (state, other) = (new Half[before.Shape.Hidden], new Half[before.Shape.Hidden]);
        before.Advance(state, 3, 0.5f, null);
        after.Advance(other, 3, 0.5f, null);
        Assert.Equal(state, other);

        var (known, all) = (new float[Known], new float[Titles]);
        before.Score(state, 60, known);
        after.Score(other, 60, all);
        for (var title = 0; title < Known; title++)
            Assert.Equal(known[title], all[title], 1e-4f);
        Assert.All(all[Known..], score => Assert.InRange(score, known.Min(), known.Max()));
    }

    [Fact]
    public void A_preference_vector_of_the_model_before_is_made_anew_with_what_came_since()
    {
        var (before, after) = (Scorer(Before.Value), Scorer(After.Value.Model));
        Assert.NotEqual(before.Model.Info.Version, after.Model.Info.Version);
        Interaction[] known = [.. History(3), .. History(4)];
        Interaction[] since = [.. History(27), .. History(4)];
        Assert.Equal(before.FoldIn(known), after.FoldIn(known));
        Assert.NotEqual(before.FoldIn(since), after.FoldIn(since));
    }

    [Fact]
    public void It_is_compared_on_the_newest_of_the_new_events()
    {
        var comparison = After.Value.Comparison!;
        Assert.Equal(ComparisonBasis.NewerThanBoth, comparison.Basis);
        Assert.Equal((Before.Value.Info.Version, After.Value.Model.Info.Version), (comparison.InService, comparison.Candidate));
        Assert.True(comparison.From > Before.Value.Manifest.NewestEvent);
        Assert.False(comparison.IsWorse);
    }

    [Fact]
    public void Where_nothing_happened_since_the_weights_stay()
    {
        var earlier = With(Earlier());
        Assert.Equal(0, ModelRefresher.CountNewEvents(earlier, Before.Value));
        Assert.Equal(World.Events.Length - 2800, ModelRefresher.CountNewEvents(World, Before.Value));
        var again = ModelRefresher.Refresh(earlier, Before.Value, Options);
        Assert.Null(again.Comparison);
        Assert.Equal(Before.Value.ToContent().RowWeights.ToArray(), again.Model.ToContent().RowWeights.ToArray());
        Assert.Equal(Before.Value.ToContent().Quality.ToArray(), again.Model.ToContent().Quality.ToArray());
        Assert.Equal(Before.Value.Encoder!.Fingerprint, again.Model.Encoder!.Fingerprint);
    }

    [Fact]
    public void A_model_of_other_time_scales_must_be_trained_anew() =>
        Assert.Throws<ArgumentException>(() => ModelRefresher.Refresh(World, PersonalizationModel.Untrained, Options));

    private static IEnumerable<DatasetEvent> Earlier() => World.Events[..2800].Where(e => e.Title < Known);

    private static Dataset With(IEnumerable<DatasetEvent> events) =>
        new() { Name = World.Name, Titles = World.Titles, Profiles = World.Profiles, Events = [.. events] };

    private static TitleScorer Scorer(PersonalizationModel model)
    {
        var catalog = new Catalog([.. World.Titles], 1);
        return new TitleScorer(catalog, new ThemeIndex(catalog), model);
    }

    private static Interaction[] History(int title) =>
        [new Interaction(title, Interaction.ToSeconds(DateTimeOffset.FromUnixTimeSeconds(1_003_600_000)), 1)];

    private static ScoreBuffer Score(PersonalizationModel model, int title)
    {
        var scorer = Scorer(model);
        var buffer = new ScoreBuffer(Titles);
        var history = History(title);
        scorer.Score(history, scorer.FoldIn(history), new Moment(history[0].Time, TrendSnapshot.Empty, []), buffer);
        return buffer;
    }

    // By catalogue number: float[scales x titles x titles].
    private static float[] Rows(PersonalizationModel model)
    {
        var content = model.ToContent();
        var weights = new float[content.Manifest.Scales.Length * Titles * Titles];
        int[] numbers = [.. content.Titles.Select(title => World.Titles.IndexOf(World.Titles.Single(other => other.Id == title)))];
        for (var row = 0; row < content.Manifest.Scales.Length * content.Titles.Length; row++)
        {
            var (scale, title) = (row / content.Titles.Length, numbers[row % content.Titles.Length]);
            for (var i = content.RowStarts.Span[row]; i < content.RowStarts.Span[row + 1]; i++)
                weights[(((scale * Titles) + title) * Titles) + numbers[content.RowTitles.Span[i]]] = (float)content.RowWeights.Span[i];
        }

        return weights;
    }
}
