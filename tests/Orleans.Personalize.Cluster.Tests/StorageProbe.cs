using System.Collections.Concurrent;

namespace Orleans.Personalize.Cluster.Tests;

/// <summary>Watches what grains write, and makes it fail or wait where a fact asks for it.</summary>
public sealed class StorageProbe
{
    private readonly ConcurrentQueue<(string State, string Key)> _writes = new();

    /// <summary>Asked before every write or deletion; true makes it fail, with nothing changed.</summary>
    public Func<string, string, bool> FailsBefore { get; set; } = (_, _) => false;

    /// <summary>Asked before every read; true makes it fail.</summary>
    public Func<string, string, bool> FailsReads { get; set; } = (_, _) => false;

    /// <summary>Asked after every read; true spoils every array of bytes in what was read.</summary>
    public Func<string, string, bool> Damages { get; set; } = (_, _) => false;

    /// <summary>Asked after every write or deletion; true makes it seem to fail.</summary>
    public Func<string, string, bool> FailsAfter { get; set; } = (_, _) => false;

    /// <summary>Awaited before every write.</summary>
    public Func<string, string, Task> Holds { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>How often a state of a grain was written since <see cref="Forget"/>.</summary>
    public int WritesOf(string state, string key) => _writes.Count(write => write == (state, key));

    /// <summary>How often anything was written since <see cref="Forget"/>.</summary>
    public int Writes => _writes.Count;

    /// <summary>Begins to count anew, and lets everything pass.</summary>
    public void Forget()
    {
        _writes.Clear();
        (FailsReads, Damages) = ((_, _) => false, (_, _) => false);
        (FailsBefore, FailsAfter, Holds) = ((_, _) => false, (_, _) => false, (_, _) => Task.CompletedTask);
    }

    internal async Task ReadAsync<T>(string state, string key, Orleans.IGrainState<T> read, Func<Task> readIt)
    {
        if (FailsReads(state, key))
            throw new IOException("the disk does not answer");
        await readIt();
        if (!Damages(state, key))
            return;
        foreach (var bytes in typeof(T).GetProperties().Select(property => property.GetValue(read.State)).OfType<byte[]>())
            bytes.AsSpan().Fill(0xFF);
    }

    internal async Task WatchAsync(string state, string key, Func<Task> change)
    {
        await Holds(state, key);
        if (FailsBefore(state, key))
            throw new IOException("the disk is full");
        await change();
        _writes.Enqueue((state, key));
        if (FailsAfter(state, key))
            throw new IOException("the answer of the disk was lost");
    }
}
