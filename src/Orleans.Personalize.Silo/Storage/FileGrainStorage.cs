using System.Security.Cryptography;
using System.Text;
using Orleans.Personalize.ModelFiles;
using Orleans.Storage;

namespace Orleans.Personalize.Silo.Storage;

/// <summary>
/// Grain storage in files, one for each state of a grain, for development: durable without any other program. For the silos of one machine
/// that share the folder; each state has one writer, its grain's one activation, and an etag guards against a second.
/// </summary>
internal sealed class FileGrainStorage : IGrainStorage, IDisposable
{
    // Threads that wait for the disk at the same time share its flushes: the journal of the file system commits for all of them.
    private const int Threads = 32;
    private readonly string _directory;
    private readonly IGrainStorageSerializer _serializer;
    private readonly StorageThread[] _threads;

    /// <summary>Opens a folder, which is made where it is missing.</summary>
    public FileGrainStorage(string directory, IGrainStorageSerializer serializer)
    {
        _directory = Directory.CreateDirectory(directory).FullName;
        _serializer = serializer;
        _threads = [.. Enumerable.Range(0, Threads).Select(i => new StorageThread($"grain storage {i}"))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var thread in _threads)
            thread.Dispose();
    }

    async Task IGrainStorage.ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (await OnThreadAsync(stateName, grainId, file => file.Read()) is { } stored)
        {
            grainState.State = _serializer.Deserialize<T>(new BinaryData(stored.Payload));
            grainState.ETag = stored.ETag.ToString("N");
            grainState.RecordExists = true;
        }
        else
        {
            Clear(grainState);
        }
    }

    async Task IGrainStorage.WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var payload = _serializer.Serialize(grainState.State).ToMemory();
        var expected = ParseETag(grainState.ETag);
        var (written, actual) = await OnThreadAsync(
            stateName, grainId, file => (file.TryWrite(expected, payload.Span, out var found), found));
        if (!written)
            throw Inconsistent(stateName, grainId, actual, expected);
        grainState.ETag = actual?.ToString("N");
        grainState.RecordExists = true;
    }

    async Task IGrainStorage.ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var expected = ParseETag(grainState.ETag);
        var (deleted, actual) = await OnThreadAsync(stateName, grainId, file => (file.TryDelete(expected, out var found), found));
        if (!deleted)
            throw Inconsistent(stateName, grainId, actual, expected);
        Clear(grainState);
    }

    private static void Clear<T>(IGrainState<T> grainState)
    {
        grainState.State = Activator.CreateInstance<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    private static Guid? ParseETag(string? etag) => etag is null ? null : Guid.ParseExact(etag, "N");

    private static InconsistentStateException Inconsistent(string stateName, GrainId grainId, Guid? actual, Guid? expected) =>
        new($"the state '{stateName}' of {grainId} was written by somebody else", actual?.ToString("N"), expected?.ToString("N"));

    /// <summary>Runs on the one thread that a state belongs to, so that no two writes of it overlap.</summary>
    private Task<TResult> OnThreadAsync<TResult>(string stateName, GrainId grainId, Func<StateFile, TResult> work)
    {
        var name = $"{stateName} {grainId}";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        var folder = Path.Combine(_directory, Convert.ToHexStringLower(hash.AsSpan(0, 1)));
        var file = Path.Combine(folder, Convert.ToHexStringLower(hash.AsSpan(1, 19)));
        return _threads[hash[0] % Threads].RunAsync(() =>
        {
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                DurableFile.FlushFolder(_directory);
            }

            return work(new StateFile(file, name));
        });
    }
}
