using System.Collections.Immutable;
using System.Text.Json;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.EventLogs;
using Orleans.Personalize.Grains.Queues;
using Orleans.Personalize.Json;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>
/// Reads and writes a profile: its own state, the segments of its older events, and its entry in the directory. Every step can be
/// repeated, so whatever a crash cuts off is finished by the next change or the next activation.
/// </summary>
/// <param name="storage">The profile's own state; emptied after each write, because the grain holds the profile decoded.</param>
/// <param name="history">The older events.</param>
/// <param name="directory">Lists the profile.</param>
/// <param name="id">The profile.</param>
/// <param name="log">The event log; null where none is kept.</param>
/// <param name="letters">Keeps events that came by queue and could not be recorded.</param>
internal sealed class ProfileStore(
    IPersistentState<StoredProfile> storage,
    ProfileHistory history,
    IProfileDirectoryGrain directory,
    ProfileId id,
    EventLogWriter? log,
    IDeadLetterGrain letters)
{
    // With what was learnt, some 8 kB that every event writes.
    private const int MaxRecentEvents = 32;

    /// <summary>Takes over what the storage holds, as read when the grain was activated.</summary>
    public ProfileSnapshot Load()
    {
        var stored = storage.State;
        var snapshot = new ProfileSnapshot
        {
            Settings = Read<ProfileSettings>(stored.Settings),
            Recent = new EventLines(stored.Recent, stored.RecentCount),
            Archived = stored.Archived,
            Life = stored.Life,
            Logged = stored.Logged,
            Erasing = stored.Erasing,
            Unlisted = stored.Unlisted,
            Merges = Read<ImmutableArray<MergeRecord>?>(stored.Merges) ?? [],
            Claim = Read<MergeClaim>(stored.Claim),
        };
        storage.State = new StoredProfile();
        try
        {
            return stored.Learnt.Length == 0 ? snapshot : snapshot with { Learnt = ProfileState.Decode(stored.Learnt) };
        }
        catch (InvalidDataException)
        {
            return snapshot with { IsDamaged = true };
        }
    }

    /// <summary>Reads what the storage holds, and brings to the event log what it lacks.</summary>
    public async Task<ProfileSnapshot> RereadAsync()
    {
        await storage.ReadStateAsync();
        var profile = Load();
        return IsUnlogged(profile) ? await WriteAsync(profile) : profile;
    }

    /// <summary>Whether there are stored events that the event log lacks: from before there was a log, or after a write that was cut off.</summary>
    public bool IsUnlogged(ProfileSnapshot profile) =>
        log is not null && profile is { IsDamaged: false, Erasing: false, Settings: not null } && profile.Logged < profile.Stored;

    /// <summary>Writes a profile with its newly accepted events.</summary>
    /// <returns>The profile as it is now stored.</returns>
    public async Task<ProfileSnapshot> WriteAsync(ProfileSnapshot profile)
    {
        if (profile.Erasing)
        {
            await EraseAsync(profile.Archived, profile.Life);
            profile = profile with { Erasing = false, Archived = 0, Life = Guid.Empty, Logged = 0 };
        }

        if (profile.Settings is not { } settings)
        {
            await storage.ClearStateAsync();
            return ProfileSnapshot.None;
        }

        profile = await LogAsync(profile with { Recent = profile.Recent.Append(profile.Accepted), Accepted = [], Outcomes = [], Tried = [] });
        profile = await ArchiveAsync(profile);
        await WriteStateAsync(profile);
        if (profile.Unlisted)
            await directory.PutAsync(settings);
        return profile with { Unlisted = false };
    }

    /// <summary>
    /// Appends to the event log what it lacks, before the profile is written: what is acknowledged is in the log. What is refused may be there too, and is read once
    /// when it is sent again.
    /// </summary>
    private async Task<ProfileSnapshot> LogAsync(ProfileSnapshot profile)
    {
        if (log is null)
            return profile;
        if (profile.Life == Guid.Empty)
        {
            // Durable before anything is logged under it, so that an erasure finds it.
            profile = profile with { Life = Guid.NewGuid() };
            if (profile.Stored > 0)
                await WriteStateAsync(profile);
        }

        for (var from = profile.Logged; from < profile.Stored;)
        {
            var lines = from < profile.Archived
                ? await history.ReadFromAsync(profile.Archived, from)
                : profile.Recent.Slice((int)(from - profile.Archived), profile.Recent.Count);
            if (lines.Count == 0)
                throw new InvalidDataException($"the stored events of '{id}' end at {from} of {profile.Stored}");
            await log.AppendAsync(profile.Life, lines.Bytes);
            from += lines.Count;
        }

        return profile with { Logged = profile.Stored };
    }

    private async Task<ProfileSnapshot> ArchiveAsync(ProfileSnapshot profile)
    {
        if (profile.Recent.Count <= MaxRecentEvents)
            return profile;
        await history.AppendAsync(profile.Archived, profile.Recent, () => WriteStateAsync(profile));
        return profile with { Recent = EventLines.Empty, Archived = profile.Archived + profile.Recent.Count };
    }

    private async Task EraseAsync(long archived, Guid life)
    {
        await WriteStateAsync(new ProfileSnapshot { Erasing = true, Archived = archived, Life = life });
        if (log is not null && life != Guid.Empty)
            await log.EraseAsync(life);
        await history.EraseAsync(archived);
        await letters.ForgetAsync(id);
        await directory.RemoveAsync(id);
    }

    private async Task WriteStateAsync(ProfileSnapshot profile)
    {
        storage.State = new StoredProfile
        {
            Settings = Written(profile.Settings),
            Learnt = profile.Settings is null ? [] : profile.Learnt.Encode(),
            Recent = profile.Recent.Bytes,
            RecentCount = profile.Recent.Count,
            Archived = profile.Archived,
            Life = profile.Life,
            Logged = profile.Logged,
            Erasing = profile.Erasing,
            Unlisted = profile.Unlisted,
            Merges = profile.Merges.IsEmpty ? null : Written(profile.Merges),
            Claim = Written(profile.Claim),
        };
        await storage.WriteStateAsync();
        storage.State = new StoredProfile();
    }

    private static T? Read<T>(string? json) => json is null ? default : JsonSerializer.Deserialize<T>(json, PersonalizeJson.Options);

    private static string? Written<T>(T? value) => value is null ? null : JsonSerializer.Serialize(value, PersonalizeJson.Options);
}
