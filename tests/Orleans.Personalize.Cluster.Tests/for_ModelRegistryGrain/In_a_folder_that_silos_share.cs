using Orleans.Personalize.Conformance;
using Orleans.Personalize.ModelFiles;

namespace Orleans.Personalize.Cluster.Tests.for_ModelRegistryGrain;

public sealed class In_a_folder_that_silos_share : Swapping
{
    protected override Task<string> PublishAsync(int seed) => Task.FromResult(SmallModel.Add(new ModelStore(Path.Combine(Folder.Path, "models")), seed));
}
