using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.Comparison;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;
using Orleans.Personalize.Training.Tests.for_Models;

namespace Orleans.Personalize.Training.Tests.for_Comparison;

public class when_models_are_compared
{
    private static readonly Dataset World = SmallWorld.Create(120, 30, 4000);
    private static readonly Lazy<TrainedModel> Early = new(() => ModelTrainer.Train(First(2800), new TrainingOptions()));
    private static readonly Lazy<TrainedModel> Late = new(() => ModelTrainer.Train(World, new TrainingOptions(), Early.Value.Model));

    [Fact]
    public void Where_there_are_newer_events_than_both_saw_those_are_asked_for()
    {
        var comparison = Late.Value.Comparison!;
        Assert.Equal(ComparisonBasis.NewerThanBoth, comparison.Basis);
        Assert.Equal((Early.Value.Model.Info.Version, Late.Value.Model.Info.Version), (comparison.InService, comparison.Candidate));
        Assert.True(comparison.From > Early.Value.Model.Manifest.NewestEvent);
        Assert.False(comparison.IsWorse);
    }

    [Fact]
    public void A_model_that_knows_nothing_is_worse()
    {
        var comparison = ModelComparer.Compare(World, Early.Value.Model, PersonalizationModel.Untrained, new TrainingOptions());
        Assert.Equal(ComparisonBasis.NewerThanBoth, comparison.Basis);
        Assert.True(comparison.IsWorse);
        Assert.All(comparison.Metrics, metric => Assert.Equal(metric.Candidate.Value - metric.InService.Value, metric.Difference.Value, 9));
    }

    [Fact]
    public void A_model_is_as_good_as_itself()
    {
        var comparison = ModelComparer.Compare(World, Early.Value.Model, Early.Value.Model, new TrainingOptions());
        Assert.False(comparison.IsWorse);
        Assert.All(comparison.Metrics, metric => Assert.Equal((0, 0, 0), (metric.Difference.Value, metric.Low, metric.High)));
    }

    [Fact]
    public void Where_there_are_none_newer_both_blends_are_put_over_the_same_parts()
    {
        var comparison = ModelComparer.Compare(World, Early.Value.Model, Late.Value.Model, new TrainingOptions());
        Assert.Equal(ComparisonBasis.SameCut, comparison.Basis);
        Assert.True(comparison.Answers >= 50);
    }

    [Fact]
    public void Too_few_events_are_said_to_be_too_few() =>
        Assert.Throws<ArgumentException>(() => ModelComparer.Compare(First(100), Late.Value.Model, Early.Value.Model, new TrainingOptions()));

    [Fact]
    public void What_was_measured_is_in_the_file_and_does_not_depend_on_what_is_in_service()
    {
        Assert.Contains(Late.Value.Model.Info.Metrics, metric => metric is { Name: ModelComparison.Deciding, Value: > 0 });
        Assert.Equal([.. Late.Value.Model.Info.Metrics], ModelTrainer.Train(World, new TrainingOptions()).Model.Info.Metrics.ToArray());
    }

    private static Dataset First(int events) =>
        new() { Name = World.Name, Titles = World.Titles, Profiles = World.Profiles, Events = World.Events[..events] };
}
