using Orleans.Personalize.Audiences;
using Orleans.Personalize.Engine.Audiences;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_Audiences;

public sealed class SampleFacts
{
    private static readonly AudienceQuestions Questions = new(new PersonalizationEngine(SmallWorld.Catalog, PersonalizationModel.Untrained));

    [Fact]
    public void The_order_of_drawing_is_fair_and_for_ever()
    {
        var ids = Enumerable.Range(0, 20_000).Select(i => new ProfileId($"p{i}")).ToList();
        var drawn = ids.OrderBy(AudienceSample.OrderOf).Take(2_000).Select(id => int.Parse(id.Value[1..])).ToList();

        // As many from the first half of the ids as from the second, within three standard errors.
        Assert.InRange(drawn.Count(i => i < 10_000), 933, 1_067);
        Assert.Equal(AudienceSample.OrderOf(new ProfileId("ann")), AudienceSample.OrderOf(new ProfileId("ann")));
        Assert.Equal(["p9", "p12", "p14"], ids.Take(20).OrderBy(AudienceSample.OrderOf).Take(3).Select(id => id.Value));
    }

    [Fact]
    public void Shares_of_a_sample_carry_the_error_of_its_size_and_none_where_all_were_looked_at()
    {
        var sample = SampleOf(100, profiles: 1_000_000);
        var all = SampleOf(100, profiles: 100);

        var (guessed, known) = (Audience(sample).Played, Audience(all).Played);

        Assert.Equal((50, 0.5, 500_000), (guessed.Sampled, guessed.Share, guessed.Profiles));
        Assert.InRange(guessed.StandardError!.Value, 0.0490, 0.0500);
        Assert.Equal((50, 0.5, 0.0, 50), (known.Sampled, known.Share, known.StandardError, known.Profiles));
    }

    [Fact]
    public void None_of_a_sample_is_told_with_an_error_above_nothing()
    {
        var none = Questions.AudienceOf(SmallWorld.Id(SmallWorld.Comedy), SampleOf(50, 5_000), new AudienceRequest(), SmallWorld.Start).Played;

        Assert.Equal((0, 0.0, 0), (none.Sampled, none.Share, none.Profiles));
        Assert.InRange(none.StandardError!.Value, 0.01, 0.03);
    }

    [Fact]
    public void A_title_that_profiles_hid_or_may_not_see_is_for_none_of_them()
    {
        var hid = new SmallWorld();
        hid.Then(hid.Completed(SmallWorld.Series), hid.Hidden(SmallWorld.Drama));
        var sample = new AudienceSample(10, [.. Enumerable.Range(0, 10).Select(i => MemberOf(i, hid.State))]);
        var planned = new Title { Id = new TitleId("planned"), Name = "Planned", MaturityAge = 18, Genres = ["Drama"] };
        var young = sample with { Members = [.. sample.Members.Select(member => member with { Settings = member.Settings with { MaturityLimit = 12 } })] };

        Assert.Equal(0, Questions.AudienceOf(SmallWorld.Id(SmallWorld.Drama), sample, new AudienceRequest(), SmallWorld.Start).AmongFirst[^1].Sampled);
        Assert.Equal(10, Questions.Forecast(planned, sample, new AudienceRequest(), SmallWorld.Start).AmongFirst[^1].Sampled);
        Assert.Equal(0, Questions.Forecast(planned, young, new AudienceRequest(), SmallWorld.Start).AmongFirst[^1].Sampled);
    }

    [Fact]
    public void A_profile_is_most_like_one_that_did_the_same_and_nothing_like_one_that_did_nothing()
    {
        var (one, other) = (new SmallWorld(), new SmallWorld());
        one.Then(one.Completed(SmallWorld.Horror), one.Gave(Thumb.Up, SmallWorld.Comedy, 10));
        other.Then(other.Completed(SmallWorld.Series), other.Gave(Thumb.Down, SmallWorld.Horror, 10));
        var sample = new AudienceSample(4, [MemberOf(0, one.State), MemberOf(1, one.State), MemberOf(2, other.State), MemberOf(3, ProfileState.Empty)]);

        var similar = Questions.MostAlike(MemberOf(0, one.State), sample, 10);

        Assert.Equal(3, similar.Sampled);
        var twin = Assert.Single(similar.Similar);
        Assert.Equal((new ProfileId("p1"), 1.0, 2), (twin.Profile, twin.Similarity, twin.SharedTitles));
    }

    private static TitleAudience Audience(AudienceSample sample) =>
        Questions.AudienceOf(SmallWorld.Id(SmallWorld.Horror), sample, new AudienceRequest(), SmallWorld.Start);

    private static AudienceSample SampleOf(int members, long profiles)
    {
        var played = new SmallWorld();
        played.Then(played.Completed(SmallWorld.Horror));
        return new AudienceSample(profiles, [.. Enumerable.Range(0, members).Select(i => MemberOf(i, i % 2 == 0 ? played.State : ProfileState.Empty))]);
    }

    private static AudienceMember MemberOf(int number, ProfileState state) =>
        new(new ProfileSettings { Id = new ProfileId($"p{number}"), Name = "P", Country = "DE" }, state);
}
