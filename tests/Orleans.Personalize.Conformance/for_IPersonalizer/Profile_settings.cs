using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Conformance.for_IPersonalizer;

public abstract class Profile_settings<THost>(THost host) : PersonalizerFacts<THost>(host)
    where THost : PersonalizerHost
{
    [Fact]
    public async Task What_was_put_comes_back()
    {
        var settings = new ProfileSettings
        {
            Id = NewProfileId(),
            Account = new AccountId("household"),
            Name = "Ünïcode 🎬",
            MaturityLimit = 16,
            Kids = true,
            Country = "GB",
            Language = "en-GB",
        };

        await Personalizer.PutProfileAsync(settings);

        Assert.Equal(settings, await Personalizer.GetProfileAsync(settings.Id));
    }

    [Fact]
    public async Task New_settings_hold_at_once_and_what_was_learnt_stays()
    {
        var profile = await NewProfileAsync();
        var (film, mature) = (SampleCatalog.Film("family", 3), SampleCatalog.Film("crime", 3));
        await RecordAsync(profile.Paused(film, 1500), profile.Listed(mature));

        await Personalizer.PutProfileAsync((await Personalizer.GetProfileAsync(profile.Profile)) with { Kids = true });

        var page = await HomeAsync(profile);
        Assert.Equal(film, RowOf(page, RowKind.ContinueWatching)!.Cards[0].Title);
        Assert.DoesNotContain(mature, TitlesOf(page));
    }

    [Theory]
    [InlineData("", 21, null, "name")]
    [InlineData("Ann", 22, null, "maturityLimit")]
    [InlineData("Ann", -1, null, "maturityLimit")]
    [InlineData("Ann", 21, "england", "country")]
    public async Task Wrong_settings_are_refused_and_change_nothing(string name, int maturityLimit, string? country, string field)
    {
        var profile = await NewProfileAsync();
        var before = await Personalizer.GetProfileAsync(profile.Profile);

        var error = await Assert.ThrowsAsync<InvalidRequestException>(
            () => Personalizer.PutProfileAsync(before with { Name = name, MaturityLimit = maturityLimit, Country = country }));

        Assert.Equal(field, error.Field);
        Assert.Equal(before, await Personalizer.GetProfileAsync(profile.Profile));
    }

    [Fact]
    public async Task A_profile_without_a_valid_id_is_refused()
    {
        // The last is half a pair of surrogates: no character, and the same as any other half once it is written as UTF-8.
        foreach (var id in new[] { null, string.Empty, "a/b", $"half a pair {'\ud83c'}" })
        {
            var error = await Assert.ThrowsAsync<InvalidRequestException>(
                () => Personalizer.PutProfileAsync(new ProfileSettings { Id = new ProfileId(id!), Name = "Nobody" }));

            Assert.Equal("id", error.Field);
        }
    }

    [Fact]
    public async Task An_unknown_profile_has_no_settings() =>
        await Assert.ThrowsAsync<UnknownProfileException>(() => Personalizer.GetProfileAsync(NewProfileId()));

    [Fact]
    public async Task Profiles_are_listed_page_by_page_in_the_order_of_their_ids()
    {
        var ids = new[] { "b", "a", "C", "a1", "a-", "z", "Ä" }.Select(suffix => new ProfileId($"listed-{suffix}")).ToArray();
        foreach (var id in ids)
            await Personalizer.PutProfileAsync(new ProfileSettings { Id = id, Name = "Listed" });

        var listed = new List<string>();
        var pages = 0;
        for (ProfileList? list = null; list is null || list.Next is not null; pages++)
        {
            list = await Personalizer.ListProfilesAsync(new ProfileQuery { Count = 3, After = list?.Next, Filter = "listed-" });
            Assert.InRange(list.Profiles.Length, 0, 3);
            listed.AddRange(list.Profiles.Select(p => p.Id.Value));
        }

        Assert.Equal(ids.Select(id => id.Value).Order(StringComparer.Ordinal), listed);
        Assert.InRange(pages, 3, 4);
    }

    [Fact]
    public async Task The_filter_looks_into_ids_and_names_whatever_their_case()
    {
        var (byId, byName, other) = (new ProfileId("needle-1"), new ProfileId("filtered-2"), new ProfileId("filtered-3"));
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = byId, Name = "Straw" });
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = byName, Name = "A NEEDLE%_ in hay" });
        await Personalizer.PutProfileAsync(new ProfileSettings { Id = other, Name = "Hay" });

        Assert.Equal([byName, byId], await FindAsync("Needle"));
        Assert.Equal([byName], await FindAsync("e%_"));
        Assert.Empty(await FindAsync("no such text"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_list_size_out_of_range_is_refused(int count)
    {
        var error = await Assert.ThrowsAsync<InvalidRequestException>(
            () => Personalizer.ListProfilesAsync(new ProfileQuery { Count = count }));

        Assert.Equal("count", error.Field);
    }

    private async Task<IReadOnlyList<ProfileId>> FindAsync(string filter) =>
        [.. (await Personalizer.ListProfilesAsync(new ProfileQuery { Filter = filter })).Profiles.Select(p => p.Id)];
}
