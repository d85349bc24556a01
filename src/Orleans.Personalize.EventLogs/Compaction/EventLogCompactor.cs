using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Orleans.Personalize.EventLogs.Format;
using Orleans.Personalize.Json;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.EventLogs;

/// <summary>
/// Takes small segments into fewer and smaller ones, without what is repeated, what is too old to be kept, and the events of erased profiles. A segment is deleted only when all of it that counts
/// is durable elsewhere, so a crash at any point, or two at the same time, leave events twice at worst, which are read once.
/// </summary>
/// <param name="store">Where the log is.</param>
/// <param name="tenant">Whose log.</param>
/// <param name="time">Names what is made; says how old marks are.</param>
public sealed class EventLogCompactor(ILogStore store, string tenant, TimeProvider time)
{
    private readonly LogNames _names = new(tenant);

    /// <summary>Compacts.</summary>
    /// <exception cref="IOException">The store does not answer; what was done until then stays.</exception>
    /// <exception cref="InvalidDataException">A segment is damaged; it stays as it is.</exception>
    public async Task<CompactionReport> CompactAsync(CompactionOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var marks = await store.ListAsync(_names.Erasures, cancellationToken);
        HashSet<Guid> erased = [.. marks.Select(mark => _names.LifeOf(mark.Name)).OfType<Guid>()];
        var keptFrom = time.GetUtcNow() - options.KeepFor;
        var open = new List<string>();
        var taken = await ChooseAsync(options, erased, keptFrom, open, cancellationToken);
        var packing = new LogPacking(store, _names, time, options.PackedBytes, erased, keptFrom);
        await packing.PackAsync(taken, cancellationToken);
        foreach (var segment in taken)
            await store.DeleteAsync(segment, cancellationToken);
        var forgotten = options.Purge ? await ForgetAsync(marks, open, options, cancellationToken) : 0;
        return new CompactionReport(taken.Count, packing.Made, packing.Events, packing.Repeated, packing.Expired, forgotten);
    }

    /// <summary>Writes the titles beside the events, where that version is not there yet, in the place of older versions.</summary>
    /// <param name="titles">The catalogue.</param>
    /// <param name="version">Its version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The store does not answer.</exception>
    public async Task PutTitlesAsync(ImmutableArray<Title> titles, long version, CancellationToken cancellationToken = default)
    {
        var name = _names.TitlesOf(version);
        var there = await store.ListAsync(_names.Titles, cancellationToken);
        if (there.Length > 0 && string.CompareOrdinal(there[^1].Name, name) >= 0)
            return;
        using var content = new MemoryStream();
        await using (var deflate = new DeflateStream(content, CompressionLevel.Optimal, leaveOpen: true))
            await JsonSerializer.SerializeAsync(deflate, titles, PersonalizeJson.Options, cancellationToken);
        await store.PutAsync(name, content.GetBuffer().AsMemory(0, (int)content.Length), cancellationToken);
        foreach (var older in there)
            await store.DeleteAsync(older.Name, cancellationToken);
    }

    private async Task<List<string>> ChooseAsync(
        CompactionOptions options, HashSet<Guid> erased, DateTimeOffset? keptFrom, List<string> open, CancellationToken cancellationToken)
    {
        var small = new List<string>();
        var purged = new List<string>();
        var segments = await store.ListAsync(_names.Segments, cancellationToken);
        if (!options.Purge && segments.Count(segment => segment.Bytes < options.PackedBytes || !LogNames.IsPacked(segment.Name)) < options.MinSegments)
            return small;
        foreach (var segment in segments)
        {
            if (!LogNames.IsPacked(segment.Name) && !await store.TrySealAsync(segment.Name, LogBatch.Seal, cancellationToken))
                open.Add(segment.Name);
            else if (!LogNames.IsPacked(segment.Name) || segment.Bytes < options.PackedBytes)
                small.Add(segment.Name);
            else if (options.Purge && await HoldsAnyAsync(segment.Name, erased, keptFrom, cancellationToken))
                purged.Add(segment.Name);
        }

        if (small.Count < options.MinSegments && !(options.Purge && await AnyHoldsAsync(small, erased, keptFrom, cancellationToken)))
            small.Clear();
        return [.. small, .. purged];
    }

    private async Task<bool> AnyHoldsAsync(List<string> segments, HashSet<Guid> erased, DateTimeOffset? keptFrom, CancellationToken cancellationToken)
    {
        foreach (var segment in segments)
        {
            if (await HoldsAnyAsync(segment, erased, keptFrom, cancellationToken))
                return true;
        }

        return false;
    }

    private async Task<bool> HoldsAnyAsync(string segment, HashSet<Guid> erased, DateTimeOffset? keptFrom, CancellationToken cancellationToken)
    {
        if ((erased.Count == 0 && keptFrom is null) || await store.OpenAsync(segment, cancellationToken) is not { } content)
            return false;
        await using (content)
        {
            await foreach (var entries in LogBatch.ReadAsync(segment, content, cancellationToken))
            {
                if (entries.Exists(entry => erased.Contains(entry.Life) || EventLines.Of(entry.Lines).Any(line => EventLines.IsBefore(line, keptFrom))))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Takes marks away that no segment can be concerned by: every one made before them was looked at.</summary>
    private async Task<int> ForgetAsync(ImmutableArray<LogObject> marks, List<string> open, CompactionOptions options, CancellationToken cancellationToken)
    {
        var oldest = open.Select(_names.MadeAt).Append(time.GetUtcNow()).Min() ?? DateTimeOffset.MinValue;
        var forgotten = 0;
        foreach (var mark in marks.Where(mark => mark.Modified + options.KeepMarks <= oldest))
        {
            await store.DeleteAsync(mark.Name, cancellationToken);
            forgotten++;
        }

        return forgotten;
    }
}
