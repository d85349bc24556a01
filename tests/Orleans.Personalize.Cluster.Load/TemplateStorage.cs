using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Orleans.Personalize.Cluster.Load;

/// <summary>
/// A storage in which every profile is there already: one whose id ends in a number is read as the template of that number, modulo their count. Keeps
/// what templates write, outside of the silo's grains, and nothing else.
/// </summary>
/// <param name="services">Has the serializer.</param>
/// <param name="templates">How many templates there are; their ids are <c>template-0</c> and so on.</param>
internal sealed class TemplateStorage(IServiceProvider services, int templates) : IGrainStorage
{
    private static readonly ConcurrentDictionary<string, byte[]> Kept = new(StringComparer.Ordinal);
    private readonly OrleansGrainStorageSerializer _serializer = ActivatorUtilities.CreateInstance<OrleansGrainStorageSerializer>(services);

    /// <summary>Bytes in storage of a template's own state.</summary>
    public static int SizeOf(int template) => Kept[$"profile default/template-{template}"].Length;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (Kept.TryGetValue(NameOf(stateName, grainId), out var bytes))
        {
            grainState.State = _serializer.Deserialize<T>(new BinaryData(bytes));
            (grainState.RecordExists, grainState.ETag) = (true, "1");
        }
        else
        {
            (grainState.State, grainState.RecordExists, grainState.ETag) = (Activator.CreateInstance<T>(), false, null);
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainId.Key.ToString()!.Contains("template-", StringComparison.Ordinal))
            Kept[NameOf(stateName, grainId)] = _serializer.Serialize(grainState.State).ToArray();
        (grainState.RecordExists, grainState.ETag) = (true, "1");
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Kept.TryRemove(NameOf(stateName, grainId), out _);
        (grainState.State, grainState.RecordExists, grainState.ETag) = (Activator.CreateInstance<T>(), false, null);
        return Task.CompletedTask;
    }

    private string NameOf(string stateName, GrainId grainId)
    {
        var key = grainId.Key.ToString()!;
        var at = key.LastIndexOf("member-", StringComparison.Ordinal);
        return at < 0
            ? $"{stateName} {key}"
            : $"{stateName} {key[..at]}template-{int.Parse(key.AsSpan(at + "member-".Length)) % templates}";
    }
}
