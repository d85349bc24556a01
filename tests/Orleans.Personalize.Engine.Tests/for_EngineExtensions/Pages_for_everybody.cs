using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Tests.TestWorlds;

namespace Orleans.Personalize.Engine.Tests.for_EngineExtensions;

public sealed class Pages_for_everybody
{
    [Fact]
    public void Are_composed_as_the_service_says_and_experiments_begin_from_there()
    {
        var extensions = new EngineExtensions { Pages = PageOptions.Default with { DiscoveryPlace = 3 } };
        var engine = new PersonalizationEngine(TestWorld.Of(10, "Drama").Catalog, PersonalizationModel.Untrained, extensions: extensions);
        Assert.Equal(3, engine.DescribeExperimentOptions().Options.Single(option => option.Name == "discoveryPlace").Usual);
    }
}
