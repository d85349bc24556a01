using System.Collections.Immutable;
using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Households;

namespace Orleans.Personalize.Grains.Households;

/// <summary>Holds the ids of an account's profiles in memory; a change is written before it is acknowledged.</summary>
internal sealed class AccountGrain(
    [PersistentState("account", PersonalizeStorage.Name)] IPersistentState<StoredAccount> storage) : Grain, IAccountGrain
{
    private GroupWriter<ImmutableSortedSet<string>> _writer = null!;
    private GrainKey _key;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _key = GrainKey.Parse(this.GetPrimaryKeyString());
        _writer = new(Decode(), WriteAsync, RereadAsync);
        return Task.CompletedTask;
    }

    async Task IAccountGrain.AddAsync(ProfileId profile)
    {
        // The list may name profiles that are not its own any more; those take no room.
        if (!_writer.Acknowledged.Contains(profile.Value)
            && _writer.Acknowledged.Count >= Household.MaxProfiles
            && (await MembersAsync()).Length >= Household.MaxProfiles)
            throw new InvalidRequestException("account", $"has {Household.MaxProfiles} profiles already");
        await _writer.ChangeAsync(profiles => (profiles.Add(profile.Value), true));
    }

    Task IAccountGrain.ForgetAsync(ProfileId profile) => _writer.ChangeAsync(profiles => (profiles.Remove(profile.Value), true));

    async Task<Household> IAccountGrain.GetAsync() => new() { Account = new AccountId(_key.Id), Profiles = await MembersAsync() };

    private async Task<ImmutableArray<HouseholdMember>> MembersAsync()
    {
        var members = await Task.WhenAll(_writer.Acknowledged.Select(profile =>
            GrainFactory.GetGrain<IProfileGrain>(new GrainKey(_key.Tenant, profile).ToString()).GetMemberAsync()));
        return [.. members.OfType<HouseholdMember>().Where(member => member.Settings.Account?.Value == _key.Id)];
    }

    private ImmutableSortedSet<string> Decode() => storage.State.Profiles.ToImmutableSortedSet(StringComparer.Ordinal);

    private async Task<ImmutableSortedSet<string>> WriteAsync(ImmutableSortedSet<string> profiles)
    {
        storage.State = new StoredAccount { Profiles = [.. profiles] };
        if (profiles.IsEmpty)
            await storage.ClearStateAsync();
        else
            await storage.WriteStateAsync();
        return profiles;
    }

    private async Task<ImmutableSortedSet<string>> RereadAsync()
    {
        await storage.ReadStateAsync();
        return Decode();
    }
}
