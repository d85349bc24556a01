using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;
using Orleans.Personalize.Training.Sequence;

namespace Orleans.Personalize.Training.Tests.for_Models;

/// <summary>Three kinds of titles, which nothing but the histories tells: most profiles like two of the kinds and watch both in turns.</summary>
public class when_a_profile_was_against_a_title
{
    private const int Each = 20;
    private const int Kinds = 3;
    private const float Finished = 0.8f;
    private static readonly float ThumbDown = Signals.OfThumb(Thumb.Down);

    private static readonly Lazy<TitleScorer> Scorer = new(() => ScorerOf(World(leaves: 0)));
    private static readonly Lazy<TitleScorer> WithLeaving = new(() => ScorerOf(World(leaves: 0.2)));

    [Theory]
    [InlineData(ScoreSurface.NextTitle)]
    [InlineData(ScoreSurface.TopPicks)]
    [InlineData(ScoreSurface.Page)]
    public void Titles_of_that_kind_fall_and_the_rest_does_not(ScoreSurface surface)
    {
        var before = MeanPlaces(Scorer.Value, surface, Finished);
        var after = MeanPlaces(Scorer.Value, surface, ThumbDown);
        Assert.True(after[1] > before[1] + 3, $"{before[1]} to {after[1]}");
        Assert.True(after[0] <= before[0] + 1, $"{before[0]} to {after[0]}");
    }

    [Theory]
    [InlineData(ScoreSurface.TopPicks)]
    [InlineData(ScoreSurface.Page)]
    public void A_thumb_down_is_worse_for_the_kind_than_never_to_have_watched_it(ScoreSurface surface)
    {
        var before = MeanPlaces(Scorer.Value, surface, null);
        var after = MeanPlaces(Scorer.Value, surface, ThumbDown);
        Assert.True(after[1] > before[1], $"{before[1]} to {after[1]}");
    }

    [Fact]
    public void Data_without_dislikes_leave_the_part_silent()
    {
        var buffer = Score(Scorer.Value, ScoreSurface.Page, Finished);
        Assert.All(buffer.Part(ScorePartKind.Against).ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_title_left_at_once_counts_less_than_a_thumb_down_and_never_speaks_for_its_kind()
    {
        var left = Score(WithLeaving.Value, ScoreSurface.Page, -0.3f).Part(ScorePartKind.Against).ToArray();
        var down = Score(WithLeaving.Value, ScoreSurface.Page, ThumbDown).Part(ScorePartKind.Against).ToArray();
        var kind = Enumerable.Range(Each, Each).ToList();
        Assert.InRange(kind.Average(title => left[title]), 0.01, kind.Average(title => down[title]) - 0.01);
        foreach (var surface in Enum.GetValues<ScoreSurface>())
            Assert.True(Score(WithLeaving.Value, surface, ThumbDown).Weights[(int)ScorePartKind.Against] <= 0);
    }

    /// <summary>The mean place of the titles of each kind that the profile does not know, after it watched the first kind and one of the second.</summary>
    private static double[] MeanPlaces(TitleScorer scorer, ScoreSurface surface, float? strength)
    {
        var total = Score(scorer, surface, strength).Total.ToArray();
        var order = Enumerable.Range(0, total.Length).OrderByDescending(title => total[title]).ToList();
        return [.. Enumerable.Range(0, Kinds).Select(kind => Enumerable.Range((kind * Each) + 4, Each - 4).Average(title => order.IndexOf(title)))];
    }

    private static ScoreBuffer Score(TitleScorer scorer, ScoreSurface surface, float? strength)
    {
        const uint evening = 86_400;
        List<Interaction> history = [.. Enumerable.Range(0, 4).Select(i => new Interaction(i, (uint)i * evening, Finished))];
        if (strength is { } said)
            history.Add(new Interaction(Each + 1, 4 * evening, said));
        var buffer = new ScoreBuffer(scorer.Catalog.Count);
        var moment = new Moment(Interaction.Origin.AddDays(5), TrendSnapshot.Empty, []);
        scorer.Score([.. history], scorer.FoldIn([.. history]), moment, buffer, surface);
        return buffer;
    }

    private static TitleScorer ScorerOf(Dataset world)
    {
        var options = new TrainingOptions
        {
            Sequence = new SequenceTrainingOptions { Dimension = 32, Hidden = 32, Shards = 2, LanesPerShard = 8, Steps = 8, Epochs = 3, HeldOut = 10 },
        };
        var model = ModelTrainer.Train(world, options).Model;
        var catalog = new Catalog([.. world.Titles], 1);
        return new TitleScorer(catalog, new ThemeIndex(catalog), model);
    }

    private static Dataset World(double leaves)
    {
        const int profiles = 150;
        var random = new Random(4);
        var events = new List<DatasetEvent>();
        for (var i = 0; i < 4500; i++)
        {
            var profile = random.Next(profiles);
            var kind = (profile + random.Next(2)) % Kinds;
            var isLeft = random.NextDouble() < leaves;
            kind = isLeft ? (profile + 2) % Kinds : kind;
            events.Add(new DatasetEvent(profile, (kind * Each) + random.Next(Each), isLeft ? -0.3f : Finished, float.NaN, 1_000_000_000 + (i * 600L)));
        }

        return new Dataset
        {
            Name = "kinds",
            Titles = [.. Enumerable.Range(0, Kinds * Each).Select(i => new Title { Id = new TitleId($"t{i}"), Name = $"Title {i}" })],
            Profiles = [.. Enumerable.Range(0, profiles).Select(i => new ProfileId($"p{i}"))],
            Events = [.. events],
        };
    }
}
