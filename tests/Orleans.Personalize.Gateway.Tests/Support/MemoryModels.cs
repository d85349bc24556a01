using Orleans.Personalize.Models;

namespace Orleans.Personalize.Gateway.Tests.Support;

/// <summary>Three models without content: 'c' is in service, 'b' was before; 'damaged' cannot be put in service.</summary>
internal sealed class MemoryModels : IModelOperations
{
    private readonly Stack<string> _active = new(["b", "c"]);

    public Task<ModelList> ListModelsAsync(CancellationToken cancellationToken = default) => Task.FromResult(new ModelList
    {
        Models = [.. new[] { "c", "b", "damaged" }.Select(version => new StoredModel
        {
            Version = version,
            Standing = version == _active.Peek() ? ModelStanding.InService : ModelStanding.Kept,
            WrittenAt = DateTimeOffset.UnixEpoch,
            Info = version == "damaged" ? null : Info(version),
            Problem = version == "damaged" ? "its checksum does not match" : null,
        })],
    });

    public Task<ModelInfo> ActivateModelAsync(string version, CancellationToken cancellationToken = default)
    {
        if (version == "damaged")
            throw new ModelRefusedException("its checksum does not match");
        if (version is not ("b" or "c"))
            throw new UnknownModelException($"there is no model of version '{version}'");
        _active.Push(version);
        return Task.FromResult(Info(version));
    }

    public Task<ModelInfo> RollBackModelAsync(CancellationToken cancellationToken = default)
    {
        if (_active.Count == 1)
            throw new ModelRefusedException("no model was in service before the present one");
        _active.Pop();
        return Task.FromResult(Info(_active.Peek()));
    }

    public Task<CommunityList> ListCommunitiesAsync(CancellationToken cancellationToken = default) => Task.FromResult(new CommunityList
    {
        ModelVersion = _active.Peek(),
        Communities = [new Community { Id = "c-1", Share = 1, Profiles = 2, Themes = ["Drama"], Titles = [new TitleId("harbour-lights")] }],
    });

    private static ModelInfo Info(string version) => new()
    {
        Version = version,
        TrainedAt = DateTimeOffset.UnixEpoch,
        Titles = 3,
        Events = 10,
        Profiles = 2,
        Dimension = 4,
        Bytes = 1000,
        Metrics = [],
    };
}
