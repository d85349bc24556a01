using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation;
using Orleans.Personalize.Training.Tests.for_Models;

namespace Orleans.Personalize.Training.Tests.for_Refresh;

public class when_a_refresh_is_measured
{
    [Fact]
    public void The_model_the_refreshed_one_and_one_trained_again_are_asked_the_same()
    {
        var world = SmallWorld.Create(400, 90, 4000);
        var dataset = new Dataset
        {
            Name = world.Name,
            Titles = world.Titles,
            Profiles = world.Profiles,
            Events = [.. world.Events.Where((e, i) => i >= 3600 || e.Title < 60)],
        };
        var told = new List<Prediction>();
        var result = EvaluationRunner.Run(new EvaluationRequest { Protocol = EvaluationProtocol.Refresh, Predictions = told.Add }, dataset);

        Assert.Equal("refresh", result.Protocol);
        Assert.NotEmpty(told);
        Assert.Equal(result.Configuration["titles.trainedAgain"], result.Configuration["titles.refreshed"]);
        Assert.Equal("60", result.Configuration["titles.trainedBefore"]);
        Assert.Equal(Value("model", "refreshed"), result.Metrics["NDCG@20"].Value);
        Assert.Equal(Value("model", "refreshed") - Value("model", "not refreshed"), Value("model", "refreshed less not refreshed"), 9);
        Assert.InRange(result.Slices.First(slice => slice.Group == "title new since").Count, 10, result.Slices[0].Count);
        var share = result.Metrics["share of gap NDCG@20"];
        Assert.Equal(Value("model", "refreshed less not refreshed") / Value("model", "trained again less not refreshed"), share.Value, 9);
        Assert.InRange(share.Value, share.Low, share.High);

        double Value(string group, string name) => result.Slices.Single(slice => slice.Group == group && slice.Name == name).Metrics["NDCG@20"].Value;
    }
}
