using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_Eligibility;

public sealed class Titles_that_may_not_be_shown
{
    private static readonly DateTimeOffset Now = TestWorld.Now;

    public static TheoryData<string?, AvailabilityWindow[], bool> Windows => new()
    {
        { "DE", [], true },
        { "DE", [new AvailabilityWindow { Country = "DE" }], true },
        { "FR", [new AvailabilityWindow { Country = "DE" }], false },
        { null, [new AvailabilityWindow { Country = "DE" }], false },
        { null, [new AvailabilityWindow()], true },
        { "DE", [new AvailabilityWindow { From = Now }], true },
        { "DE", [new AvailabilityWindow { From = Now.AddTicks(1) }], false },
        { "DE", [new AvailabilityWindow { Until = Now }], false },
        { "DE", [new AvailabilityWindow { Until = Now.AddTicks(1) }], true },
        { "DE", [new AvailabilityWindow { Country = "FR" }, new AvailabilityWindow { Country = "DE", Until = Now.AddDays(1) }], true },
        { "DE", [new AvailabilityWindow { Country = "DE", Until = Now.AddDays(-1) }, new AvailabilityWindow { Country = "FR" }], false },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void Are_those_without_a_window_for_country_and_moment(string? country, AvailabilityWindow[] windows, bool shown)
    {
        var world = WorldWith(new TitleId("limited"), title => title with { Availability = [.. windows] });
        var profile = world.NewProfile();
        profile.Settings = profile.Settings with { Country = country };

        Assert.Equal(shown, Shows(profile));
    }

    [Theory]
    [InlineData(12, 12, false, true)]
    [InlineData(13, 12, false, false)]
    [InlineData(12, 21, true, true)]
    [InlineData(13, 21, true, false)]
    [InlineData(10, 9, true, false)]
    public void Are_those_too_mature(int age, int limit, bool kids, bool shown)
    {
        var world = WorldWith(new TitleId("limited"), title => title with { MaturityAge = age });
        var profile = world.NewProfile();
        profile.Settings = profile.Settings with { MaturityLimit = limit, Kids = kids };

        Assert.Equal(shown, Shows(profile));
    }

    [Fact]
    public void Are_those_hidden_but_their_own_page_still_opens()
    {
        var profile = WorldWith(new TitleId("limited"), title => title).NewProfile().Hid("limited");

        Assert.DoesNotContain(profile.Recommended(500).Cards, card => card.Title.Value == "limited");
        Assert.DoesNotContain(new TitleId("limited"), profile.Home().Titles());
        Assert.Equal("limited", profile.PageOf("limited").Title.Id.Value);
    }

    [Fact]
    public void Go_by_the_country_of_the_request_first()
    {
        var world = WorldWith(new TitleId("limited"), title => title with { Availability = [new AvailabilityWindow { Country = "DE" }] });
        var profile = world.NewProfile();
        profile.Settings = profile.Settings with { Country = "FR" };

        Assert.Contains(profile.Recommended(500, country: "DE").Cards, card => card.Title.Value == "limited");
        Assert.DoesNotContain(profile.Recommended(500).Cards, card => card.Title.Value == "limited");
    }

    // What a list shows, the title's own page and similar titles show too, and the other way round.
    private static bool Shows(TestProfile profile)
    {
        var recommended = profile.Recommended(500).Cards.Any(card => card.Title.Value == "limited");
        var similar = profile.SimilarTo("drama-1", 200).Cards.Any(card => card.Title.Value == "limited");
        var described = Record.Exception(() => profile.PageOf("limited")) is null;
        Assert.Equal(recommended, similar);
        Assert.Equal(recommended, described);
        return recommended;
    }

    private static TestWorld WorldWith(TitleId id, Func<Title, Title> change) =>
        new([.. TestWorld.Films(20, "Drama"), change(TestWorld.Film(id.Value, "Drama"))]);
}
