using Orleans.Personalize.Households;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Households<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    [Fact]
    public async Task The_profiles_of_an_account_are_listed_with_their_settings_and_last_use()
    {
        var (ann, bo) = (Member("the-alders", "alder-ann"), Member("the-alders", "alder-bo") with { Kids = true });
        await Personalizer.PutProfileAsync(bo);
        await Personalizer.PutProfileAsync(ann);
        await Personalizer.PutProfileAsync(Member("the-birches", "birch-cleo"));
        await RecordAsync(new EventMaker(ann.Id, Host.Time).Completed(SampleCatalog.Film("drama", 1)));

        var household = await Personalizer.GetHouseholdAsync(new AccountId("the-alders"));
        await Host.RestartAsync();

        Assert.Equal([ann, bo], household.Profiles.Select(member => member.Settings));
        Assert.Equal([Host.Time.GetUtcNow(), null], household.Profiles.Select(member => member.LastUsed));
        AssertSame(household, await Personalizer.GetHouseholdAsync(new AccountId("the-alders")));
        Assert.Empty((await Personalizer.GetHouseholdAsync(new AccountId("nobody's"))).Profiles);
        Assert.Empty((await Personalizer.GetHouseholdAsync(default)).Profiles);
    }

    [Fact]
    public async Task A_profile_that_moves_keeps_what_was_learnt_and_leaves_the_old_account()
    {
        var dana = Member("the-cedars", "cedar-dana");
        await Personalizer.PutProfileAsync(dana);
        await Personalizer.PutProfileAsync(Member("the-cedars", "cedar-eli"));
        var events = new EventMaker(dana.Id, Host.Time);
        await RecordAsync(events.Listed(SampleCatalog.Film("drama", 2)));

        await Personalizer.PutProfileAsync(dana with { Account = new AccountId("the-danes") });

        Assert.Equal(["cedar-eli"], await IdsAsync("the-cedars"));
        Assert.Equal(["cedar-dana"], await IdsAsync("the-danes"));
        Assert.Equal(SampleCatalog.Film("drama", 2), Assert.Single((await Personalizer.ExportProfileAsync(dana.Id)).Taste.MyList));
        await Personalizer.PutProfileAsync(dana with { Account = null });
        Assert.Empty(await IdsAsync("the-danes"));
    }

    [Fact]
    public async Task An_account_has_room_for_so_many_and_no_more_until_one_is_erased()
    {
        for (var i = 0; i < Household.MaxProfiles; i++)
            await Personalizer.PutProfileAsync(Member("the-elms", $"elm-{i:00}"));

        var error = await Assert.ThrowsAsync<InvalidRequestException>(() => Personalizer.PutProfileAsync(Member("the-elms", "elm-late")));
        await Personalizer.PutProfileAsync(Member("the-elms", "elm-03") with { Name = "Another name" });
        await Personalizer.EraseProfileAsync(new ProfileId("elm-07"));
        await Personalizer.PutProfileAsync(Member("the-elms", "elm-late"));

        Assert.Equal("account", error.Field);
        var ids = await IdsAsync("the-elms");
        Assert.Equal(Household.MaxProfiles, ids.Length);
        Assert.DoesNotContain("elm-07", ids);
        Assert.Contains("elm-late", ids);
    }

    [Fact]
    public async Task However_many_want_to_join_at_once_there_are_never_more_than_there_is_room_for()
    {
        var joined = await Task.WhenAll(Enumerable.Range(0, Household.MaxProfiles + 10).Select(async i =>
        {
            try
            {
                await Task.Yield();
                await Personalizer.PutProfileAsync(Member("the-firs", $"fir-{i:00}"));
                return true;
            }
            catch (InvalidRequestException)
            {
                return false;
            }
        }));

        Assert.Equal(Household.MaxProfiles, joined.Count(succeeded => succeeded));
        Assert.Equal(Household.MaxProfiles, (await IdsAsync("the-firs")).Length);
    }

    [Fact]
    public async Task A_profile_sent_to_several_accounts_at_once_is_listed_by_the_one_it_says_and_by_no_other()
    {
        string[] accounts = ["grove-a", "grove-b", "grove-c"];
        var profile = Member(accounts[0], "grove-ann");
        await Personalizer.PutProfileAsync(profile);
        for (var round = 0; round < 10; round++)
        {
            await Task.WhenAll(accounts.Select(async account =>
            {
                await Task.Yield();
                await Personalizer.PutProfileAsync(profile with { Account = new AccountId(account) });
            }));

            var belongs = (await Personalizer.GetProfileAsync(profile.Id)).Account!.Value.Value;
            foreach (var account in accounts)
                Assert.Equal(account == belongs ? [profile.Id.Value] : [], await IdsAsync(account));
        }
    }

    [Fact]
    public async Task A_newcomer_begins_with_what_its_household_likes_as_long_as_all_of_it_are_willing()
    {
        var (dad, newcomer, stranger) = (Member("the-hollies", "holly-dad"), Member("the-hollies", "holly-new"), Member("the-irises", "iris-new"));
        foreach (var settings in new[] { dad, newcomer, stranger })
            await Personalizer.PutProfileAsync(settings);
        var events = new EventMaker(dad.Id, Host.Time);
        await RecordAsync([.. Enumerable.Range(1, 5).Select(i => events.Completed(SampleCatalog.Film("thriller", i)))]);
        await Host.SettleAsync();

        var first = await FirstAsync(newcomer);
        var unknown = await FirstAsync(stranger);
        await Personalizer.PutProfileAsync(newcomer with { SharesTaste = false });
        var apart = await FirstAsync(newcomer);
        await Personalizer.PutProfileAsync(newcomer);
        await Personalizer.PutProfileAsync(dad with { SharesTaste = false });
        Host.Time.Advance(TimeSpan.FromMinutes(11));
        var denied = await FirstAsync(newcomer);

        Assert.True(PlaceOf("thriller", first) < PlaceOf("thriller", unknown));
        Assert.Equal(unknown, apart);
        Assert.Equal(unknown, denied);
        AssertSame(newcomer, await Personalizer.GetProfileAsync(newcomer.Id));
    }

    [Fact]
    public async Task A_child_does_not_begin_with_what_grown_ups_like_but_with_what_other_children_do()
    {
        var (dad, child, sister) = (Member("the-junipers", "juniper-dad"), Member("the-junipers", "juniper-new") with { Kids = true }, Member("the-junipers", "juniper-sis") with { Kids = true });
        foreach (var settings in new[] { dad, child, sister })
            await Personalizer.PutProfileAsync(settings);
        var stranger = Member("the-kales", "kale-new") with { Kids = true };
        await Personalizer.PutProfileAsync(stranger);
        await RecordAsync([.. Enumerable.Range(1, 5).Select(i => new EventMaker(dad.Id, Host.Time).Completed(SampleCatalog.Film("drama", i)))]);
        await Host.SettleAsync();
        var (with, without) = (await FirstAsync(child), await FirstAsync(stranger));

        await RecordAsync([.. Enumerable.Range(1, 5).Select(i => new EventMaker(sister.Id, Host.Time).Completed(SampleCatalog.Film("family", i)))]);
        Host.Time.Advance(TimeSpan.FromMinutes(11));
        await Host.SettleAsync();
        var sisters = await FirstAsync(child);

        Assert.Equal(without, with);
        Assert.True(PlaceOf("family", sisters) < PlaceOf("family", await FirstAsync(stranger)));
    }

    // The mean place of the titles of a genre.
    private static double PlaceOf(string genre, string[] list) => list.Select((of, place) => (of, place)).Where(entry => entry.of == genre).Average(entry => entry.place);

    // The genres of all titles, in the order for a profile.
    private async Task<string[]> FirstAsync(ProfileSettings profile) =>
        [.. (await Personalizer.RecommendAsync(new RecommendationRequest { Profile = profile.Id, Count = 500 })).Cards.Select(card => card.Title.Value.Split('-')[0])];

    private static ProfileSettings Member(string account, string id) => new() { Id = new ProfileId(id), Name = id, Account = new AccountId(account) };

    private async Task<string[]> IdsAsync(string account) =>
        [.. (await Personalizer.GetHouseholdAsync(new AccountId(account))).Profiles.Select(member => member.Settings.Id.Value)];
}
