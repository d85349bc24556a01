using System.Collections.Immutable;
using System.Text;
using Orleans.Personalize.ModelFiles;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.EventLogs;

/// <summary>
/// The models of a tenant in a store that all nodes share, beside a folder of this node that holds those it uses: <c>TENANT/VERSION.model</c> each, and <c>TENANT/active</c>, which
/// names the one in service. Whatever is fetched is checked before it is in the folder. Safe for concurrent use; of all nodes one at a time may change which is in service.
/// </summary>
/// <param name="local">The folder.</param>
/// <param name="store">The store.</param>
/// <param name="tenant">Whose models.</param>
public sealed class SharedModels(ModelStore local, ILogStore store, string tenant) : IModelRegistry, IDisposable
{
    private const string Extension = ".model";
    private readonly SemaphoreSlim _turn = new(1);
    private string? _followed;

    private string Pointer => $"{tenant}/active";

    /// <summary>Puts a model of a folder into a store; the one in service stays.</summary>
    /// <param name="from">The folder.</param>
    /// <param name="version">The model.</param>
    /// <param name="store">The store.</param>
    /// <param name="tenant">Whose models.</param>
    /// <param name="keep">How many models the store keeps, the one in service, the one before it and this one among them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UnknownModelException">The folder has no such model.</exception>
    /// <exception cref="InvalidDataException">Its file is damaged.</exception>
    /// <exception cref="IOException">The store does not answer.</exception>
    public static async Task PublishAsync(ModelStore from, string version, ILogStore store, string tenant, int keep, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(store);
        from.Open(version);
        await store.PutAsync($"{tenant}/{version}{Extension}", from.ReadFile(version), cancellationToken);
        var inService = ModelPointerText.Parse(await ReadTextAsync(store, $"{tenant}/active", cancellationToken), $"{tenant}/active").Take(2);
        var protect = inService.Append(version).ToHashSet(StringComparer.Ordinal);
        var rest = (await ListAsync(store, tenant)).Where(model => !protect.Contains(model.Version)).ToArray();
        foreach (var old in rest.Skip(Math.Max(0, keep - protect.Count)))
            await store.DeleteAsync($"{tenant}/{old.Version}{Extension}", cancellationToken);
    }

    /// <summary>Brings to the folder what is in service, and what was before, where that has changed.</summary>
    /// <exception cref="InvalidDataException">The model, or its name, is damaged. It is not fetched again until another is in service.</exception>
    /// <exception cref="UnknownModelException">It is not in the store, likewise.</exception>
    /// <exception cref="IOException">The store does not answer.</exception>
    public async Task FollowAsync(CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await FollowInTurnAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="UnavailableException">The store does not answer.</exception>
    public Task<ImmutableArray<StoredModel>> ListAsync() => InTurnAsync(async () =>
    {
        var versions = await ReadPointerAsync();
        var models = ImmutableArray.CreateBuilder<StoredModel>();
        foreach (var (version, modified) in await ListAsync(store, tenant))
        {
            var stored = new StoredModel
            {
                Version = version,
                WrittenAt = modified,
                Standing = versions is [var active, ..] && version == active ? ModelStanding.InService
                    : versions is [_, var before, ..] && version == before ? ModelStanding.Before
                    : ModelStanding.Kept,
            };
            try
            {
                models.Add(stored with { Info = (await FetchAsync(version)).Info });
            }
            catch (Exception error) when (error is InvalidDataException or UnknownModelException)
            {
                models.Add(stored with { Problem = error.Message });
            }
        }

        return models.DrainToImmutable();
    });

    /// <inheritdoc/>
    /// <exception cref="UnavailableException">The store does not answer.</exception>
    public Task ActivateAsync(string version) => InTurnAsync(async () =>
    {
        await FetchAsync(version);
        var versions = await ReadPointerAsync();
        if (versions is not [var active, ..] || active != version)
            await ChangeAsync([version, .. versions]);
        return true;
    });

    /// <inheritdoc/>
    /// <exception cref="UnavailableException">The store does not answer.</exception>
    public Task<string?> RollBackAsync() => InTurnAsync(async () =>
    {
        if (await ReadPointerAsync() is not [_, var before, ..] versions)
            return null;
        await FetchAsync(before);
        await ChangeAsync(versions[1..]);
        return before;
    });

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static async Task<IEnumerable<(string Version, DateTimeOffset Modified)>> ListAsync(ILogStore store, string tenant) =>
        (await store.ListAsync($"{tenant}/"))
            .Where(found => found.Name.EndsWith(Extension, StringComparison.Ordinal) && found.Name.IndexOf('/', StringComparison.Ordinal) == found.Name.LastIndexOf('/'))
            .OrderByDescending(found => found.Modified).ThenBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => (found.Name[(tenant.Length + 1)..^Extension.Length], found.Modified));

    private static async Task<string?> ReadTextAsync(ILogStore store, string name, CancellationToken cancellationToken)
    {
        await using var stream = await store.OpenAsync(name, cancellationToken);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private async Task<ImmutableArray<string>> ReadPointerAsync() => ModelPointerText.Parse(await ReadTextAsync(store, Pointer, default), Pointer);

    private async Task FollowInTurnAsync(CancellationToken cancellationToken)
    {
        var text = await ReadTextAsync(store, Pointer, cancellationToken);
        if (text is null || text == _followed)
            return;
        try
        {
            var versions = ModelPointerText.Parse(text, Pointer);
            await FetchAsync(versions[0], cancellationToken);
            local.Follow(versions);
        }
        catch (Exception error) when (error is InvalidDataException or UnknownModelException)
        {
            _followed = text;
            throw;
        }

        _followed = text;
        local.Prune(ModelStore.UsualKept);
    }

    // In the folder it takes effect by itself; for the others the store is written first, so that what this node answers from is never taken back.
    private async Task ChangeAsync(ImmutableArray<string> versions)
    {
        var text = ModelPointerText.Of(versions);
        await store.PutAsync(Pointer, Encoding.ASCII.GetBytes(text));
        local.Follow(versions);
        _followed = text;
    }

    private async Task<Engine.Similarity.PersonalizationModel> FetchAsync(string version, CancellationToken cancellationToken = default)
    {
        if (local.Has(version))
        {
            try
            {
                return local.Open(version);
            }
            catch (InvalidDataException)
            {
                // Damaged here; the store's may not be.
            }
        }

        await using var stream = await store.OpenAsync($"{tenant}/{version}{Extension}", cancellationToken)
            ?? throw new UnknownModelException($"there is no model of version '{(version.Length <= 40 ? version : version[..40] + "...")}'");
        var fetched = await Task.Run(() => local.Add(stream.CopyTo), cancellationToken);
        return fetched == version ? local.Open(version) : throw new InvalidDataException($"'{tenant}/{version}{Extension}' holds version {fetched}.");
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work)
    {
        await _turn.WaitAsync();
        try
        {
            return await work();
        }
        catch (IOException error)
        {
            throw new UnavailableException($"the store of the models does not answer: {error.Message}", error);
        }
        finally
        {
            _turn.Release();
        }
    }
}
