using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;
using Orleans.Personalize.Training.Sequence;

namespace Orleans.Personalize.Training.Tests.for_Communities;

/// <summary>Two kinds of members choose from two halves of the catalogue; one title is new and nobody played it in training.</summary>
public class when_communities_choose_now
{
    private const int Half = 12;
    private const int NewTitle = 2 * Half;
    private static readonly DateTimeOffset Now = Interaction.Origin.AddYears(20);
    private static readonly Dataset World = Create();
    private static readonly Lazy<PersonalizationEngine> Engine = new(() => new PersonalizationEngine(
        new Catalog([.. World.Titles], 1), ModelTrainer.Train(World, new TrainingOptions { Sequence = new SequenceTrainingOptions { Epochs = 0 } }).Model));

    [Fact]
    public void A_play_counts_for_the_community_of_its_profile_at_once()
    {
        var outcomes = PlayedBy(first: 0);
        var other = PlayedBy(first: Half);
        Assert.NotNull(outcomes.Community);
        Assert.NotNull(other.Community);
        Assert.NotEqual(outcomes.Community, other.Community);
    }

    [Fact]
    public void What_rises_in_a_community_rises_for_its_members_and_falls_for_others()
    {
        var before = (Member: Part(0, plays: 0), Other: Part(Half, plays: 0));
        var after = (Member: Part(0, plays: 5), Other: Part(Half, plays: 5));
        Assert.Equal((0, 0), before);
        Assert.True(after.Member > 0.2f, $"{after.Member}");
        Assert.True(after.Other < -0.2f, $"{after.Other}");
        Assert.True(Part(0, plays: 50) > after.Member);
    }

    [Fact]
    public void What_all_communities_play_alike_favours_nobody()
    {
        var both = Part(0, plays: 20, playsOfOthers: 20);
        Assert.InRange(both, -0.1f, 0.1f);
    }

    private static TitleOutcome PlayedBy(int first)
    {
        var state = ProfileState.Empty;
        var settings = new ProfileSettings { Id = new("p"), Name = "p" };
        var outcome = default(TitleOutcome);
        for (var i = 0; i <= 4; i++)
        {
            var title = World.Titles[i == 4 ? NewTitle : first + i].Id;
            var transition = Engine.Value.Apply(state, settings, new PlayCompleted
            {
                Id = new EventId($"e{i}"),
                Profile = new("p"),
                Title = title,
                Time = Now.AddHours(i),
                PositionSeconds = 6000,
                DurationSeconds = 6000,
            });
            state = transition.State;
            outcome = transition.Outcomes.Single(outcome => outcome.Kind == TitleOutcomeKind.Played);
        }

        return outcome;
    }

    // The part of the new title for a member, after it was played so often; the rest of the catalogue is played alike by all.
    private static float Part(int first, int plays, int playsOfOthers = 0)
    {
        var (mine, others) = (PlayedBy(0).Community, PlayedBy(Half).Community);
        var statistics = new TitleStatistics[World.Titles.Length];
        Array.Fill(statistics, TitleStatistics.Empty);
        if (plays > 0)
        {
            for (var title = 0; title < NewTitle; title++)
                Count(title, title < Half ? mine : others, 20);
        }

        Count(NewTitle, mine, plays);
        Count(NewTitle, others, playsOfOthers);
        var catalog = Engine.Value.Catalog;
        var scorer = new TitleScorer(catalog, new ThemeIndex(catalog), Engine.Value.Model);
        var buffer = new ScoreBuffer(catalog.Count);
        Interaction[] history = [.. Enumerable.Range(0, 4).Select(i => new Interaction(first + i, Interaction.ToSeconds(Now), 0.8f))];
        scorer.Score(history, [], new Moment(Now, TrendSnapshot.Of(statistics, Now), []), buffer);
        return buffer.Part(ScorePartKind.Community)[NewTitle];

        void Count(int title, int? community, int times)
        {
            if (times > 0)
                statistics[title] = statistics[title].Apply(new TitleOutcome(title, TitleOutcomeKind.Played, Now, times, -1, null) { Community = community });
        }
    }

    private static Dataset Create()
    {
        const int profiles = 160;
        var random = new Random(3);
        return new Dataset
        {
            Name = "halves",
            Titles = [.. Enumerable.Range(0, NewTitle + 1).Select(i => new Title { Id = new TitleId($"t{i}"), Name = $"Title {i}" })],
            Profiles = [.. Enumerable.Range(0, profiles).Select(i => new ProfileId($"p{i}"))],
            Events = [.. Enumerable.Range(0, 2000).Select(i =>
            {
                var profile = random.Next(profiles);
                return new DatasetEvent(profile, (profile % 2 * Half) + random.Next(Half), 0.5f, float.NaN, 1_000_000_000 + (i * 600L));
            })],
        };
    }
}
