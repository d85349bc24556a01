using System.Collections.Immutable;
using System.Text.Json;
using Orleans.Personalize.Engine.Profiles;
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
internal sealed class ProfileStore(
    IPersistentState<StoredProfile> storage, ProfileHistory history, IProfileDirectoryGrain directory, ProfileId id)
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

    /// <summary>Reads what the storage holds.</summary>
    public async Task<ProfileSnapshot> RereadAsync()
    {
        await storage.ReadStateAsync();
        return Load();
    }

    /// <summary>Writes a profile with its newly accepted events.</summary>
    /// <returns>The profile as it is now stored.</returns>
    public async Task<ProfileSnapshot> WriteAsync(ProfileSnapshot profile)
    {
        if (profile.Erasing)
        {
            await EraseAsync(profile.Archived);
            profile = profile with { Erasing = false, Archived = 0 };
        }

        if (profile.Settings is not { } settings)
        {
            await storage.ClearStateAsync();
            return ProfileSnapshot.None;
        }

        profile = await ArchiveAsync(profile with { Recent = profile.Recent.Append(profile.Accepted), Accepted = [], Outcomes = [] });
        await WriteStateAsync(profile);
        if (profile.Unlisted)
            await directory.PutAsync(settings);
        return profile with { Unlisted = false };
    }

    private async Task<ProfileSnapshot> ArchiveAsync(ProfileSnapshot profile)
    {
        if (profile.Recent.Count <= MaxRecentEvents)
            return profile;
        await history.AppendAsync(profile.Archived, profile.Recent);
        return profile with { Recent = EventLines.Empty, Archived = profile.Archived + profile.Recent.Count };
    }

    private async Task EraseAsync(long archived)
    {
        await WriteStateAsync(new ProfileSnapshot { Erasing = true, Archived = archived });
        await history.EraseAsync(archived);
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
