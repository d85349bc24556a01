using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Tests.for_PersonalizationEngine;

public sealed class Answers_at_the_same_time
{
    private const int Events = 30;

    [Fact]
    public void Are_those_that_a_profile_gets_one_after_another_from_an_engine_that_never_heard_of_it()
    {
        var world = TestWorld.Of(40, "Drama", "Comedy", "Crime");
        var profile = world.NewProfile();
        var states = new List<ProfileState>();
        for (var i = 0; i < Events; i++)
        {
            profile.Now = profile.Now.AddHours(1);
            states.Add(profile.Completed($"{(i % 3) switch { 0 => "drama", 1 => "crime", _ => "comedy" }}-{1 + (7 * i % 40)}").State);
        }

        var expected = states.Select(state => Scores(TestWorld.Of(40, "Drama", "Comedy", "Crime"), profile, state)).ToArray();
        Parallel.For(0, 8 * Events, new ParallelOptions { MaxDegreeOfParallelism = 4 }, ask =>
        {
            var number = ask * 11 % Events;
            var scores = Scores(world, profile, states[number]);
            Assert.Equal(expected[number].Count, scores.Count);
            Assert.All(scores, score => Assert.Equal(expected[number][score.Key], score.Value, 0.001));
        });
    }

    private static Dictionary<TitleId, double> Scores(TestWorld world, TestProfile profile, ProfileState state) => world.Engine
        .Recommend(state, profile.Settings, profile.Moment, new RecommendationRequest { Profile = profile.Settings.Id, Count = 500 })
        .Cards.ToDictionary(card => card.Title, card => card.MatchScore);
}
