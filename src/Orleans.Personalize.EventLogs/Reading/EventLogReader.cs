using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Orleans.Personalize.Events;
using Orleans.Personalize.EventLogs.Format;
using Orleans.Personalize.Json;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.EventLogs;

/// <summary>Reads the log of a tenant, also while silos append to it and it is compacted.</summary>
/// <param name="store">Where the log is.</param>
/// <param name="tenant">Whose log.</param>
public sealed class EventLogReader(ILogStore store, string tenant)
{
    private readonly LogNames _names = new(tenant);

    /// <summary>
    /// Every event that was acknowledged before the call, once, without those of erased profiles; roughly in the order in which they were appended. An event that was
    /// refused because the storage did not answer, and not sent again, may be among them.
    /// </summary>
    /// <exception cref="IOException">The store does not answer.</exception>
    /// <exception cref="InvalidDataException">The log is damaged.</exception>
    public async IAsyncEnumerable<ProfileEvent> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var seen = new SeenEvents();
        await foreach (var entries in new LogScan(store, _names).ReadAllAsync(cancellationToken))
        {
            foreach (var line in entries.SelectMany(entry => EventLines.Of(entry.Lines)))
            {
                var (profile, id) = EventLines.KeyOf(line);
                if (seen.Add(profile, id))
                    yield return Read(line);
            }
        }
    }

    /// <summary>The catalogue as it was last written beside the events, a minute ago or so; empty before the first time.</summary>
    /// <exception cref="IOException">The store does not answer.</exception>
    /// <exception cref="InvalidDataException">The titles are damaged.</exception>
    public async Task<ImmutableArray<Title>> ReadTitlesAsync(CancellationToken cancellationToken = default)
    {
        // Read while a newer version takes its place, there is always one more to find.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var versions = await store.ListAsync(_names.Titles, cancellationToken);
            if (versions.IsEmpty)
                return [];
            if (await store.OpenAsync(versions[^1].Name, cancellationToken) is { } content)
                return await ReadTitlesAsync(content, cancellationToken);
        }

        throw new IOException("the titles of the event log changed all the time");
    }

    private static ProfileEvent Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<ProfileEvent>(line.Span, PersonalizeJson.Options)!;
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"the event log holds a line that is no event: {error.Message}", error);
        }
    }

    private static async Task<ImmutableArray<Title>> ReadTitlesAsync(Stream content, CancellationToken cancellationToken)
    {
        await using (content)
        {
            try
            {
                await using var inflated = new DeflateStream(content, CompressionMode.Decompress);
                return await JsonSerializer.DeserializeAsync<ImmutableArray<Title>>(inflated, PersonalizeJson.Options, cancellationToken);
            }
            catch (JsonException error)
            {
                throw new InvalidDataException($"the titles of the event log are damaged: {error.Message}", error);
            }
        }
    }
}
