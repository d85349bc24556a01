using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Tests.for_PersonalizationEngine;

public sealed class Requests_out_of_range
{
    private static readonly ProfileId Profile = new("p");

    private readonly TestWorld _world = TestWorld.Of(5, "Drama");

    public static TheoryData<HomeRequest, string> HomeRequests => new()
    {
        { new HomeRequest { Profile = default }, "profile" },
        { new HomeRequest { Profile = Profile, Rows = 0 }, "rows" },
        { new HomeRequest { Profile = Profile, Rows = 41 }, "rows" },
        { new HomeRequest { Profile = Profile, Columns = 0 }, "columns" },
        { new HomeRequest { Profile = Profile, Columns = 76 }, "columns" },
        { new HomeRequest { Profile = Profile, Device = (DeviceKind)9 }, "device" },
        { new HomeRequest { Profile = Profile, Country = "Germany" }, "country" },
        { new HomeRequest { Profile = Profile, Country = "d1" }, "country" },
        { new HomeRequest { Profile = Profile, Country = "" }, "country" },
        { new HomeRequest { Profile = Profile, UtcOffset = TimeSpan.FromHours(15) }, "utcOffset" },
        { new HomeRequest { Profile = Profile, UtcOffset = TimeSpan.FromSeconds(30) }, "utcOffset" },
    };

    [Theory]
    [MemberData(nameof(HomeRequests))]
    public void For_pages_name_the_field(HomeRequest request, string field) =>
        Assert.Equal(field, Refused(profile => _world.Engine.ComposeHome(profile.State, profile.Settings, profile.Moment, request)));

    [Theory]
    [InlineData(0, DeviceKind.Web, null, "count")]
    [InlineData(501, DeviceKind.Web, null, "count")]
    [InlineData(5, (DeviceKind)(-1), null, "device")]
    [InlineData(5, DeviceKind.Web, "DEU", "country")]
    public void For_lists_name_the_field(int count, DeviceKind device, string? country, string field) =>
        Assert.Equal(field, Refused(profile => _world.Engine.Recommend(profile.State, profile.Settings, profile.Moment,
            new RecommendationRequest { Profile = Profile, Count = count, Device = device, Country = country })));

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void For_similar_titles_name_the_field(int count) => Assert.Equal("count", Refused(profile => profile.SimilarTo("drama-1", count)));

    [Fact]
    public void Unknown_titles_are_named()
    {
        var error = Assert.Throws<UnknownTitleException>(() => _world.NewProfile().SimilarTo("nothing"));

        Assert.Equal(new TitleId("nothing"), error.Title);
        Assert.Throws<UnknownTitleException>(() => _world.NewProfile().PageOf("nothing"));
        Assert.Throws<UnknownTitleException>(
            () => _world.Engine.DescribeTitle(_world.NewProfile().State, _world.NewProfile().Settings, _world.NewProfile().Moment, default));
    }

    private string? Refused(Func<TestProfile, object> ask) =>
        Assert.Throws<InvalidRequestException>(() => ask(_world.NewProfile())).Field;
}
