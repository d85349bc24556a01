using Orleans.Concurrency;
using Orleans.Personalize.Models;

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

    private ValueTask<Engine.PersonalizationEngine> EngineAsync() => engines.For(this.GetPrimaryKeyString()).AtLeastAsync(0);
}
