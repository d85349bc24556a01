using System.Collections.Immutable;
using System.Text.Json;
using Orleans.Personalize.Engine.Audiences;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Json;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>Holds the settings of its profiles in the order of their ids, as told by the profiles' grains, which own them.</summary>
internal sealed class ProfileDirectoryGrain(
    [PersistentState("profiles", PersonalizeStorage.Measured)] IPersistentState<StoredDirectory> storage) : Grain, IProfileDirectoryGrain
{
    private GroupWriter<ImmutableSortedDictionary<string, ProfileSettings>> _writer = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _writer = new(Decode(storage.State), WriteAsync, RereadAsync);
        return Task.CompletedTask;
    }

    Task IProfileDirectoryGrain.PutAsync(ProfileSettings settings) =>
        _writer.ChangeAsync(profiles => (profiles.SetItem(settings.Id.Value, settings), true));

    Task IProfileDirectoryGrain.RemoveAsync(ProfileId profile) => _writer.ChangeAsync(profiles => (profiles.Remove(profile.Value), true));

    Task<ImmutableArray<ProfileSettings>> IProfileDirectoryGrain.ListAsync(ProfileQuery query) =>
        Task.FromResult<ImmutableArray<ProfileSettings>>([.. _writer.Acknowledged.Values.Where(query.Matches).Take(query.Count)]);

    Task<ProfileSettings?> IProfileDirectoryGrain.FindAsync(ProfileId profile) =>
        Task.FromResult(_writer.Acknowledged.GetValueOrDefault(profile.Value));

    Task<DrawnProfiles> IProfileDirectoryGrain.DrawAsync(int count)
    {
        var profiles = _writer.Acknowledged;
        return Task.FromResult(new DrawnProfiles(
            profiles.Count, [.. profiles.Values.Select(profile => profile.Id).OrderBy(AudienceSample.OrderOf).Take(count)]));
    }

    private static ImmutableSortedDictionary<string, ProfileSettings> Decode(StoredDirectory stored) =>
        stored.Profiles
            .Select(json => JsonSerializer.Deserialize<ProfileSettings>(json, PersonalizeJson.Options)!)
            .ToImmutableSortedDictionary(profile => profile.Id.Value, profile => profile, StringComparer.Ordinal);

    private async Task<ImmutableSortedDictionary<string, ProfileSettings>> WriteAsync(ImmutableSortedDictionary<string, ProfileSettings> profiles)
    {
        storage.State = new StoredDirectory { Profiles = [.. profiles.Values.Select(profile => JsonSerializer.Serialize(profile, PersonalizeJson.Options))] };
        await storage.WriteStateAsync();
        storage.State = new StoredDirectory();
        return profiles;
    }

    private async Task<ImmutableSortedDictionary<string, ProfileSettings>> RereadAsync()
    {
        await storage.ReadStateAsync();
        return Decode(storage.State);
    }
}
