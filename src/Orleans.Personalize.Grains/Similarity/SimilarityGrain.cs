using Orleans.Concurrency;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Models;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Search;

namespace Orleans.Personalize.Grains.Similarity;

/// <summary>Answers from the engine of its silo; holds nothing itself.</summary>
[StatelessWorker]
internal sealed class SimilarityGrain(SiloEngines engines, ILocalSiloDetails silo) : Grain, ISimilarityGrain
{
    async Task<ModelInfo> ISimilarityGrain.GetModelAsync() => (await EngineAsync()).Model.Info;

    async Task<ReplicaInfo> ISimilarityGrain.GetReplicaAsync()
    {
        var engine = await EngineAsync();
        return new ReplicaInfo(silo.SiloAddress.ToString(), engine.Catalog.Version, engine.Catalog.Present, engine.Model.Info.Version);
    }

    // Such a page does not go on: what would choose its further rows cannot be reached.
    async Task<HomePage> ISimilarityGrain.GetHomeAsync(ProfileSettings settings, HomeRequest request)
    {
        var (engine, nobody, moment) = await LookAsync();
        return engine.ComposeHome(nobody, settings, moment, request) with { Substitute = Substitute.Popular, Next = null };
    }

    async Task<RecommendationList> ISimilarityGrain.RecommendAsync(ProfileSettings settings, RecommendationRequest request)
    {
        var (engine, nobody, moment) = await LookAsync();
        return engine.Recommend(nobody, settings, moment, request) with { Substitute = Substitute.Popular };
    }

    async Task<TitlePage> ISimilarityGrain.GetTitlePageAsync(ProfileSettings settings, TitleId title)
    {
        var (engine, nobody, moment) = await LookAsync();
        return engine.DescribeTitle(nobody, settings, moment, title) with { Substitute = Substitute.Popular };
    }

    async Task<SimilarList> ISimilarityGrain.GetSimilarAsync(ProfileSettings settings, SimilarRequest request)
    {
        var (engine, nobody, moment) = await LookAsync();
        return engine.Similar(nobody, settings, moment, request) with { Substitute = Substitute.Popular };
    }

    async Task<SearchResults> ISimilarityGrain.SearchAsync(ProfileSettings settings, SearchRequest request)
    {
        var (engine, nobody, moment) = await LookAsync();
        return engine.Search(nobody, settings, moment, request, []) with { Substitute = Substitute.Popular };
    }

    private async Task<(PersonalizationEngine Engine, ProfileState Nobody, Moment Moment)> LookAsync()
    {
        var engine = await EngineAsync();
        return (engine, engine.Refresh(ProfileState.Empty), await Silo.MomentAsync(engine, []));
    }

    private SiloEngine Silo => engines.For(this.GetPrimaryKeyString());

    private ValueTask<PersonalizationEngine> EngineAsync() => Silo.AtLeastAsync(0);
}
