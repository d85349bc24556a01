using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Grains.Storage;

namespace Orleans.Personalize.Grains.Search;

/// <summary>
/// Owns the openings after the searches of one part: held in memory, saved <see cref="PersonalizeGrainOptions.CountSaveInterval"/> after a change and
/// when it is deactivated.
/// </summary>
internal sealed class SearchOpeningsGrain(
    [PersistentState("openings", PersonalizeStorage.Measured)] IPersistentState<StoredSearchOpenings> storage,
    IOptions<PersonalizeGrainOptions> options,
    ILogger<SearchOpeningsGrain> logger) : Grain, ISearchOpeningsGrain
{
    private SearchOpenings _openings = SearchOpenings.Empty;
    private byte[] _encoded = [];
    private CountSaver<StoredSearchOpenings>? _saver;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _encoded = storage.State.Openings;
        if (_encoded.Length > 0)
            _openings = SearchOpenings.Decode(_encoded);
        _saver = new CountSaver<StoredSearchOpenings>(
            this, storage, () => new StoredSearchOpenings { Openings = _encoded }, options.Value.CountSaveInterval, logger);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        _saver is null ? Task.CompletedTask : _saver.SaveAsync(cancellationToken);

    Task ISearchOpeningsGrain.CountAsync(ImmutableArray<TitleOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
            _openings = _openings.Apply(outcome);
        _encoded = _openings.Encode();
        _saver!.Changed();
        return Task.CompletedTask;
    }

    Task<byte[]> ISearchOpeningsGrain.GetAsync() => Task.FromResult(_encoded);
}
