using System.Collections.Immutable;
using Orleans.Personalize.Grains.Placement;
using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Households;

namespace Orleans.Personalize.Grains.Households;

/// <summary>Holds the ids of an account's profiles in memory; a change is written before it is acknowledged.</summary>
[HouseholdPlacement]
internal sealed class AccountGrain(
    [PersistentState("account", PersonalizeStorage.Measured)] IPersistentState<StoredAccount> storage, TimeProvider time) : Grain, IAccountGrain
{
    /// <summary>How long a place is kept for a profile that does not say yet that it belongs here.</summary>
    private static readonly TimeSpan Joining = TimeSpan.FromMinutes(1);

    // When a profile was added last. Not part of the state: after a restart nobody is on the way.
    private readonly Dictionary<string, DateTimeOffset> _joining = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _adding = new(1);
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
        await _adding.WaitAsync();
        try
        {
            await RequireRoomAsync(profile.Value);
            _joining[profile.Value] = time.GetUtcNow();
            await _writer.ChangeAsync(profiles => (profiles.Add(profile.Value), true));
        }
        finally
        {
            _adding.Release();
        }
    }

    Task IAccountGrain.ForgetAsync(ProfileId profile)
    {
        _joining.Remove(profile.Value);
        return _writer.ChangeAsync(profiles => (profiles.Remove(profile.Value), true));
    }

    async Task<Household> IAccountGrain.GetAsync() => new() { Account = new AccountId(_key.Id), Profiles = await MembersAsync() };

    // The list may name profiles that are not its own any more; those take no room. Those that are about to say so do.
    private async Task RequireRoomAsync(string profile)
    {
        if (_writer.Acknowledged.Count < Household.MaxProfiles)
            return;
        var members = (await MembersAsync()).Select(member => member.Settings.Id.Value);
        var now = time.GetUtcNow();
        var inside = members.Concat(_joining.Where(joining => now - joining.Value < Joining).Select(joining => joining.Key)).ToHashSet(StringComparer.Ordinal);
        if (!inside.Contains(profile) && inside.Count >= Household.MaxProfiles)
            throw new InvalidRequestException("account", $"has {Household.MaxProfiles} profiles already");
    }

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
