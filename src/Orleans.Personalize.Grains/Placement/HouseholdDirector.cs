using Microsoft.Extensions.Options;
using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Grains.Profiles;
using Orleans.Runtime.Placement;

namespace Orleans.Personalize.Grains.Placement;

/// <summary>
/// Chooses the silo of an account and of its profiles: the same for all of them, so that what they ask of each other stays on that silo. The silo with the
/// highest hash of household and silo wins (rendezvous hashing, Thaler and Ravishankar, 1998, Using name-based mappings to increase hit rates), so a silo
/// that comes or goes moves its own share of the households and no other. To which account a profile belongs, a caller may say
/// (<see cref="PlacementHint.Account"/>), else the list of profiles does; one that has no account, or of which that cannot be learnt in time, is a household of its own.
/// What is active stays where it is.
/// </summary>
internal sealed class HouseholdDirector(IGrainFactory grains, IOptions<PersonalizeGrainOptions> options) : IPlacementDirector
{
    public async Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        if (IPlacementDirector.GetPlacementHint(target.RequestContextData, silos) is { } wanted)
            return wanted;
        if (silos.Length == 1)
            return silos[0];
        var key = GrainKey.Parse(target.GrainIdentity.Key.ToString()!);
        var account = strategy is HouseholdPlacement ? key.Id : await AccountOfAsync(key, target.RequestContextData);
        var household = account is null ? $"{key.Tenant} profile {key.Id}" : $"{key.Tenant} account {account}";
        return silos.MaxBy(silo => (StableHash64.Of($"{household} {silo.ToParsableString()}"), silo))!;
    }

    private async Task<string?> AccountOfAsync(GrainKey key, Dictionary<string, object>? said)
    {
        if (said is not null && said.TryGetValue(PlacementHint.Account, out var hint))
            return hint as string;
        try
        {
            var profile = new ProfileId(key.Id);
            var directory = grains.GetGrain<IProfileDirectoryGrain>(ProfileDirectory.KeyOf(key.Tenant, profile));
            return (await directory.FindAsync(profile).WaitAsync(options.Value.PlacementPatience))?.Account?.Value;
        }
        catch (Exception error) when (error is OrleansException or TimeoutException or OperationCanceledException or UnavailableException)
        {
            return null;
        }
    }
}
