using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.TextSearch;

namespace Orleans.Personalize.Embedded.Catalogue;

/// <summary>
/// The engine that answers. A new one is built beside it when titles or model change and takes its place at once; calls that began with the
/// old one end with it. Changes that come while one is built share the next building.
/// </summary>
internal sealed class EngineHolder : IDisposable
{
    private readonly TitleRegister _titles;
    private readonly EngineExtensions _extensions;
    private readonly TextIndexer _texts = new();
    private readonly SemaphoreSlim _building = new(1);
    private volatile PersonalizationEngine _current;

    public EngineHolder(TitleRegister titles, PersonalizationModel model, EngineExtensions extensions)
    {
        _titles = titles;
        _extensions = extensions;
        _current = Build(model);
    }

    public PersonalizationEngine Current => _current;

    /// <summary>Returns when the catalogue of this version, or a later one, answers.</summary>
    public async Task CatchUpAsync(long catalogVersion)
    {
        await _building.WaitAsync();
        try
        {
            if (_current.Catalog.Version < catalogVersion)
                await Task.Run(() => _current = Build(_current.Model));
        }
        finally
        {
            _building.Release();
        }
    }

    /// <summary>Returns when the model that <paramref name="open"/> gives answers; null leaves the present one.</summary>
    public async Task SwapModelAsync(Func<PersonalizationModel, PersonalizationModel?> open)
    {
        await _building.WaitAsync();
        try
        {
            await Task.Run(() =>
            {
                if (open(_current.Model) is { } model)
                    _current = Build(model);
            });
        }
        finally
        {
            _building.Release();
        }
    }

    public void Dispose()
    {
        _building.Dispose();
        _texts.Dispose();
    }

    // One at a time, as the index is.
    private PersonalizationEngine Build(PersonalizationModel model)
    {
        var catalog = _titles.ToCatalog();
        return new PersonalizationEngine(catalog, model, text: _texts.Follow(catalog), extensions: _extensions);
    }
}
