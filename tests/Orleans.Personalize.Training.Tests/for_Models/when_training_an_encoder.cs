using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;
using Orleans.Personalize.Training.Sequence;
using Orleans.Personalize.Training.Tests.for_Datasets;

namespace Orleans.Personalize.Training.Tests.for_Models;

public sealed class when_training_an_encoder : IDisposable
{
    private static readonly TrainingOptions Options = new()
    {
        Sequence = new SequenceTrainingOptions { Dimension = 32, Hidden = 64, Epochs = 3, Shards = 2, HeldOut = 20 },
    };

    private readonly TempFolder _folder = new();

    [Fact]
    public void The_model_file_holds_it_and_scores_with_it()
    {
        var dataset = SmallWorld.Create(80, 40, 2000);
        var trained = ModelTrainer.Train(dataset, Options);
        using var stream = new MemoryStream();
        trained.WriteTo(stream);
        var model = PersonalizationModel.Read(stream.ToArray());
        Assert.Equal((model.Titles.Length, 64), (model.Encoder!.Shape.Titles, model.Encoder.Shape.Hidden));
        Assert.Equal(trained.Model.Encoder!.Fingerprint, model.Encoder.Fingerprint);

        // Logarithms of how much more probable than on average.
        var sequence = Score(dataset, model, [new(3, 100, 1), new(4, 200, 1)], hasPreference: true);
        Assert.True(sequence.Distinct().Count() > 10);
        Assert.Equal(1, sequence.Average(score => Math.Exp(score)), 0.02);
    }

    [Fact]
    public void A_profile_of_another_model_is_scored_without_it()
    {
        var dataset = SmallWorld.Create(80, 40, 2000);
        var trained = ModelTrainer.Train(dataset, Options);
        Assert.All(Score(dataset, trained.Model, [new(3, 100, 1)], hasPreference: false), score => Assert.Equal(0, score));
    }

    [Fact]
    public void The_same_data_make_the_same_bytes_on_one_thread_and_on_two_also_from_what_was_kept()
    {
        var dataset = SmallWorld.Create(80, 40, 2000);
        var version = ModelTrainer.Train(dataset, Options with { Threads = 1 }).Model.Info.Version;
        var kept = Options with { Threads = 2, CheckpointFolder = _folder.Path };
        Assert.Equal(version, ModelTrainer.Train(dataset, kept).Model.Info.Version);
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
        Assert.Equal(version, ModelTrainer.Train(dataset, kept).Model.Info.Version);
    }

    [Fact]
    public void How_it_learnt_is_told_pass_by_pass_also_from_what_was_kept()
    {
        var dataset = SmallWorld.Create(80, 40, 2000);
        var kept = Options with { CheckpointFolder = _folder.Path };
        var curve = ModelTrainer.Train(dataset, kept).LearningCurve;
        Assert.Equal([1, 2, 3], curve.Where(pass => !pass.IsContinued).Select(pass => pass.Pass));
        Assert.Equal([1, 2], curve.Where(pass => pass.IsContinued).Select(pass => pass.Pass));
        Assert.True(curve[2].Loss < curve[0].Loss);
        Assert.True(curve[2].Seconds >= curve[0].Seconds);
        Assert.All(curve, pass => Assert.InRange(pass.HeldOut, 0, 1));
        Assert.Equal(curve.AsEnumerable(), ModelTrainer.Train(dataset, kept).LearningCurve);
    }

    [Fact]
    public void Very_few_events_make_none() =>
        Assert.Null(ModelTrainer.Train(SmallWorld.Create(20, 20, 300), new TrainingOptions()).Model.Encoder);

    public void Dispose() => _folder.Dispose();

    private static float[] Score(Dataset dataset, PersonalizationModel model, Interaction[] history, bool hasPreference)
    {
        var catalog = new Catalog([.. dataset.Titles], 1);
        var scorer = new TitleScorer(catalog, new ThemeIndex(catalog), model);
        var buffer = new ScoreBuffer(catalog.Count);
        scorer.Score(history, hasPreference ? scorer.FoldIn(history) : [], new Moment(history[^1].Time.AddHours(1), TrendSnapshot.Empty, []), buffer);
        return buffer.Part(ScorePartKind.Sequence).ToArray();
    }
}
