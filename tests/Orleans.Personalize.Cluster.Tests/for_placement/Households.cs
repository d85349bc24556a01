using Orleans.Personalize.Grains.Households;
using Orleans.Personalize.Grains.Profiles;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Cluster.Tests.for_placement;

public sealed class Households : ClusterFacts
{
    private const int Accounts = 12;
    private const int Members = 3;

    protected override short Silos => 3;

    [Fact]
    public async Task The_profiles_of_an_account_are_on_its_silo_from_their_first_moment()
    {
        await JoinAsync();

        await AreTogetherAsync();
    }

    [Fact]
    public async Task After_a_restart_each_profile_finds_the_silo_of_its_account_by_itself()
    {
        await JoinAsync();
        await RestartAsync();
        foreach (var (_, profile) in Everybody())
            await Personalizer.GetHomeAsync(new HomeRequest { Profile = profile, Rows = 1 });

        await AreTogetherAsync();
    }

    [Fact]
    public async Task Without_the_list_of_profiles_they_are_somewhere_and_answer()
    {
        await JoinAsync();
        await RestartAsync();
        Probe.FailsReads = (state, _) => state == "profiles";

        foreach (var (_, profile) in Everybody().Take(5))
            Assert.Equal(profile, (await Personalizer.GetProfileAsync(profile)).Id);
    }

    private static IEnumerable<(AccountId Account, ProfileId Profile)> Everybody() =>
        from account in Enumerable.Range(0, Accounts)
        from member in Enumerable.Range(0, Members)
        select (new AccountId($"account-{account}"), new ProfileId($"member-{account}-{member}"));

    private async Task JoinAsync()
    {
        foreach (var (account, profile) in Everybody())
            await Personalizer.PutProfileAsync(new ProfileSettings { Id = profile, Name = "Somebody", Account = account });
    }

    private async Task AreTogetherAsync()
    {
        var silos = new HashSet<string>(StringComparer.Ordinal);
        foreach (var household in Everybody().GroupBy(member => member.Account))
        {
            await Personalizer.GetHouseholdAsync(household.Key);
            var home = await SiloOfAsync(Grain<IAccountGrain>(household.Key.Value));
            silos.Add(home);
            foreach (var (_, profile) in household)
                Assert.Equal(home, await SiloOfAsync(Grain<IProfileGrain>(profile.Value)));
        }

        Assert.True(silos.Count > 1, "all households are on one silo");
    }

    private T Grain<T>(string id)
        where T : IGrainWithStringKey => Cluster.Grain<T>("default", id);

    private async Task<string> SiloOfAsync(IAddressable grain) =>
        (await Cluster.Cluster.Client.GetGrain<IManagementGrain>(0).GetActivationAddress(grain)).ToString();
}
