using System.Collections.Immutable;
using System.Text.Json;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_Cards;

public sealed class Cards
{
    private static readonly DateTimeOffset Now = TestWorld.Now;

    [Fact]
    public void A_title_of_this_week_is_labelled_new() => Assert.Equal("New", LabelOf(title => title with { AddedAt = Now.AddDays(-3) }));

    [Fact]
    public void A_title_of_last_year_has_no_label() => Assert.Null(LabelOf(title => title with { AddedAt = Now.AddDays(-300) }));

    [Fact]
    public void A_title_announced_for_later_is_not_new() => Assert.Null(LabelOf(title => title with { AddedAt = Now.AddDays(3) }));

    [Fact]
    public void A_series_with_a_fresh_episode_says_so() => Assert.Equal("New episode", LabelOf(title => title with
    {
        Kind = TitleKind.Series,
        Episodes =
        [
            new Episode { Season = 1, Number = 1, AddedAt = Now.AddDays(-100) },
            new Episode { Season = 1, Number = 2, AddedAt = Now.AddDays(-2) },
            new Episode { Season = 1, Number = 3, AddedAt = Now.AddDays(30) },
        ],
    }));

    [Fact]
    public void A_title_about_to_leave_the_country_says_so()
    {
        var windows = new[] { new AvailabilityWindow { Country = "FR" }, new AvailabilityWindow { Country = "DE", Until = Now.AddDays(5) } };

        Assert.Equal("Leaving soon", LabelOf(title => title with { Availability = [.. windows] }));
    }

    [Fact]
    public void A_title_whose_next_window_has_begun_is_not_leaving()
    {
        var windows = new[] { new AvailabilityWindow { Until = Now.AddDays(5) }, new AvailabilityWindow { Country = "DE" } };

        Assert.Null(LabelOf(title => title with { Availability = [.. windows] }));
    }

    [Fact]
    public void A_title_marked_with_an_award_says_so() => Assert.Equal("Award winner", LabelOf(title => title with { Tags = ["award-winning"] }));

    [Fact]
    public void The_ten_most_watched_titles_say_so()
    {
        var world = TestWorld.Of(60, "Drama");
        world.LetTrend([.. Enumerable.Range(1, 40).Select(i => $"drama-{i}")]);

        var cards = world.NewProfile().Recommended(60).Cards;

        Assert.Equal(
            Enumerable.Range(1, 10).Select(i => $"drama-{i}").Order(StringComparer.Ordinal),
            cards.Where(card => card.Label == "Top 10").Select(card => card.Title.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_artwork_that_shows_what_the_profile_likes_is_chosen()
    {
        var world = new TestWorld([.. TestWorld.Films(30, "Drama"), .. Enumerable.Range(0, 5).Select(i => TestWorld.Film($"space-{i}", "Sci-Fi") with { Tags = ["space"] }), Pictured]);
        string? ArtworkFor(TestProfile profile) => profile.PageOf("pictured").Card.Artwork?.Value;

        Assert.Equal("romance", ArtworkFor(world.NewProfile()));
        Assert.Equal("rocket", ArtworkFor(world.NewProfile().Thumbed(Thumb.TwoUp, "space-1", "space-2")));
    }

    [Fact]
    public void The_trailer_that_dwells_on_what_the_profile_likes_is_offered()
    {
        var world = new TestWorld([.. Enumerable.Range(0, 5).Select(i => TestWorld.Film($"space-{i}", "Sci-Fi") with { Tags = ["space"] }), Pictured]);

        Assert.Equal("calm", world.NewProfile().PageOf("pictured").Trailer);
        Assert.Equal("loud", world.NewProfile().Thumbed(Thumb.TwoUp, "space-1").PageOf("pictured").Trailer);
    }

    [Fact]
    public void A_recommendation_near_a_watched_title_names_it()
    {
        var card = TestWorld.Of(30, "Drama", "Comedy").NewProfile().Completed("drama-6").Recommended(1).Cards[0];

        Assert.Equal((ReasonKind.LikeTitle, "Because you watched The drama-6"), (card.Reason.Kind, card.Reason.Text));
    }

    [Fact]
    public void A_title_that_was_only_said_to_be_liked_was_not_watched()
    {
        var cards = TestWorld.Of(30, "Drama", "Comedy").NewProfile().Thumbed(Thumb.Up, "drama-6").Recommended(5).Cards;

        Assert.Contains(cards, card => card.Reason.Text == "Because you liked The drama-6");
        Assert.DoesNotContain(cards, card => card.Reason.Text.Contains("watched", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_reason_is_one_short_sentence()
    {
        var world = TestWorld.Of(40, "Drama", "Comedy", "Horror");
        world.LetTrend("comedy-3", "comedy-4", "drama-9", "horror-2", "horror-3");
        var profile = world.NewProfile().Completed("drama-6", "horror-1").Paused("comedy-1").Listed("comedy-2");
        profile.PlayNext = [new PlayNextCounts(0, [(41, 12f)])];

        var reasons = profile.Home().Rows.SelectMany(row => row.Cards.Select(card => card.Reason).Append(row.Reason));

        Assert.All(reasons, reason => Assert.InRange(reason.Text.Length, 5, 80));
    }

    [Fact]
    public void A_title_s_page_tells_thumb_list_and_progress()
    {
        var profile = TestWorld.Of(10, "Drama").NewProfile().Thumbed(Thumb.Up, "drama-1").Listed("drama-1").Paused("drama-1", 600);

        var page = profile.PageOf("drama-1");

        Assert.Equal((Thumb.Up, true, 600d), (page.Thumb, page.InMyList, page.Card.Progress?.PositionSeconds));
        Assert.Equal(ReasonKind.Resume, page.Card.Reason.Kind);
    }

    private static Title Pictured => TestWorld.Film("pictured", "Drama") with
    {
        Artworks =
        [
            new Artwork { Id = new ArtworkId("romance"), Features = ["romance"] },
            new Artwork { Id = new ArtworkId("rocket"), Features = ["space"] },
        ],
        Trailers = [new Trailer { Id = "calm", Features = ["romance"] }, new Trailer { Id = "loud", Features = ["space"] }],
    };

    [Fact]
    public void Cards_read_back_from_their_json_as_they_were_written()
    {
        var cards = TestWorld.Of(20, "Drama").NewProfile().Recommended(5).Cards;

        var read = JsonSerializer.Deserialize<ImmutableArray<Card>>(JsonSerializer.Serialize(cards, PersonalizeJson.Options), PersonalizeJson.Options);

        Assert.Equal(cards.Select(card => card with { Parts = [] }), read.Select(card => card with { Parts = [] }));
        Assert.DoesNotContain("face", JsonSerializer.Serialize(cards, PersonalizeJson.Options), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Answers_share_what_cards_show_to_everybody()
    {
        var world = TestWorld.Of(20, "Drama");

        var (one, other) = (world.NewProfile().Recommended(20).Cards, world.NewProfile().Recommended(20).Cards);

        Assert.All(one, card => Assert.Same(card.Face, Assert.Single(other, of => of.Title == card.Title).Face));
    }

    [Fact]
    public void Changing_a_card_leaves_those_of_others_as_they_are()
    {
        var world = TestWorld.Of(20, "Drama");
        var card = world.NewProfile().Recommended(1).Cards[0];

        var renamed = card with { Name = "Another name" };

        Assert.NotEqual("Another name", world.NewProfile().Recommended(1).Cards[0].Name);
        Assert.Equal("Another name", renamed.Name);
        Assert.Equal(card.Title, renamed.Title);
    }

    private static string? LabelOf(Func<Title, Title> change)
    {
        var profile = new TestWorld([.. TestWorld.Films(5, "Drama"), change(TestWorld.Film("labelled", "Drama"))]).NewProfile();
        profile.Settings = profile.Settings with { Country = "DE" };
        return profile.PageOf("labelled").Card.Label;
    }
}
