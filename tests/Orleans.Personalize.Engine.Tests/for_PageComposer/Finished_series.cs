using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_PageComposer;

public sealed class Finished_series
{
    private static readonly DateTimeOffset NewSeason = TestWorld.Now.AddDays(20);

    private readonly TestWorld _world = new(
    [
        TestWorld.Film("saga", "Drama") with
        {
            Kind = TitleKind.Series,
            Episodes = [NewEpisode(1, 1, TestWorld.Now.AddDays(-300)), NewEpisode(2, 2, NewSeason.AddDays(7)), NewEpisode(2, 1, NewSeason)],
        },
        .. TestWorld.Films(20, "Drama"),
    ]);

    [Fact]
    public void Are_not_offered_to_be_continued_while_nothing_is_new() => Assert.Null(Finisher(NewSeason.AddDays(-1)).Home().Row(RowKind.ContinueWatching));

    [Fact]
    public void Go_on_with_the_first_episode_of_a_new_season()
    {
        var card = Assert.Single(Finisher(NewSeason.AddDays(8)).Home().Row(RowKind.ContinueWatching)!.Cards);

        Assert.Equal(("saga", "New season"), (card.Title.Value, card.Label));
        Assert.Equal((2, 1, 0), (card.Progress!.Season, card.Progress.Episode, card.Progress.PositionSeconds));
    }

    [Fact]
    public void Stay_away_when_they_were_disliked() =>
        Assert.Null(Finisher(NewSeason.AddDays(8), Thumb.Down).Home().Row(RowKind.ContinueWatching));

    private TestProfile Finisher(DateTimeOffset now, Thumb? thumb = null)
    {
        var profile = _world.NewProfile();
        profile.Does(new PlayCompleted
        {
            Id = profile.NextId(),
            Profile = profile.Settings.Id,
            Time = profile.Now,
            Title = new TitleId("saga"),
            PositionSeconds = 3000,
        });
        if (thumb is { } given) profile.Thumbed(given, "saga");
        profile.Now = now;
        return profile;
    }

    private static Episode NewEpisode(int season, int number, DateTimeOffset added) => new() { Season = season, Number = number, RuntimeMinutes = 50, AddedAt = added };
}
