using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_TitleScorer;

public sealed class A_profile_that_goes_on
{
    private const int Titles = 300;
    private const int Unknown = 20;
    private const int RowLength = 40;
    private const int Dimension = 16;
    private const int Judged = 5;
    private const int Longest = 60;
    private const int Communities = 3;

    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ScorePartKind[] OfHistory =
        [ScorePartKind.ItemItem, ScorePartKind.StableTaste, ScorePartKind.Content, ScorePartKind.Vector, ScorePartKind.Against, ScorePartKind.Community];

    private static readonly TitleScorer Scorer = MakeScorer();

    [Fact]
    public void Is_scored_as_if_its_history_were_read_from_the_beginning() => Properties.Hold(
        Properties.Seeds(40),
        seeds =>
        {
            var followed = new ScoreBuffer(Titles + Unknown, followsProfile: true);
            Interaction[] history = [];
            foreach (var seed in seeds)
            {
                history = After(history, new Random(seed));
                if (FarthestApart(history, followed) > 2e-3)
                    return false;
            }

            return true;
        });

    [Fact]
    public void Is_scored_alike_after_thousands_of_events()
    {
        var random = new Random(5);
        var followed = new ScoreBuffer(Titles + Unknown, followsProfile: true);
        Interaction[] history = [];
        for (var i = 0; i < 3_000; i++)
        {
            history = Bounded([.. history, Any(random)]);
            Score(history, followed);
        }

        Assert.InRange(FarthestApart(history, followed), 0, 2e-3);
    }

    [Fact]
    public void Is_scored_as_if_nothing_were_known_once_nothing_is()
    {
        var followed = new ScoreBuffer(Titles + Unknown, followsProfile: true);
        Interaction[] unknown = [.. Enumerable.Range(0, 40).Select(i => new Interaction(Titles + (i % Unknown), 0, 0))];
        Interaction[] liked = [.. unknown, .. Enumerable.Range(0, 5).Select(i => new Interaction(7 * i, 0, 0.9f))];
        Score(liked, followed);
        Score([.. unknown, .. liked[40..].Select(interaction => interaction with { Strength = -1 })], followed);
        Assert.All(followed.Part(ScorePartKind.StableTaste).ToArray(), value => Assert.Equal(0, value));
        Assert.Contains(followed.Part(ScorePartKind.Content).ToArray(), value => value < 0);
    }

    [Fact]
    public void May_turn_out_to_be_another()
    {
        var followed = new ScoreBuffer(Titles + Unknown, followsProfile: true);
        var random = new Random(3);
        foreach (var length in new[] { 50, 0, 3, 60, 60, 1 })
            Assert.InRange(FarthestApart([.. Enumerable.Range(0, length).Select(_ => Any(random))], followed), 0, 1e-4);
    }

    private static double FarthestApart(Interaction[] history, ScoreBuffer followed)
    {
        var fresh = new ScoreBuffer(Titles + Unknown);
        Score(history, fresh);
        Score(history, followed);
        return Math.Max(
            OfHistory.Max(part => fresh.Part(part).ToArray().Zip(followed.Part(part).ToArray(), (one, other) => Math.Abs(one - other)).Max()),
            Enumerable.Range(0, Titles + Unknown).Max(title => Math.Abs(Scorer.MatchScore(title, fresh) - Scorer.MatchScore(title, followed))));
    }

    private static void Score(Interaction[] history, ScoreBuffer buffer) => Scorer.Score(history, [], new Moment(Now, TrendSnapshot.Empty, []), buffer);

    // What happens to the history of a profile: visits come, the latest goes on, an older one is judged, titles are forgotten.
    private static Interaction[] After(Interaction[] history, Random random) => random.Next(10) switch
    {
        < 4 => Bounded([.. history, Any(random)]),
        4 => Bounded([.. history, Any(random), Any(random), Any(random)]),
        5 or 6 when history.Length > 0 => [.. history[..^1], history[^1] with { Strength = StrengthOf(random), Seconds = history[^1].Seconds + 60 }],
        7 when history.Length > 0 => JudgedAgain(history, random.Next(history.Length), StrengthOf(random)),
        8 when history.Length > 0 => history[..^1],
        9 when history.Length > 2 => [.. history[..1], .. history[2..]],
        _ => Bounded([.. history, .. Enumerable.Range(0, Longest).Select(_ => Any(random))]),
    };

    private static Interaction[] JudgedAgain(Interaction[] history, int place, float strength) =>
        [.. history[..place], history[place] with { Strength = strength }, .. history[(place + 1)..]];

    private static Interaction[] Bounded(Interaction[] history) => history[Math.Max(0, history.Length - Longest)..];

    private static Interaction Any(Random random) => new(random.Next(Titles + Unknown), 0, StrengthOf(random));

    private static float StrengthOf(Random random) => random.Next(4) == 0 ? -random.NextSingle() : random.NextSingle();

    private static TitleScorer MakeScorer()
    {
        var random = new Random(11);
        string[] genres = ["a", "b", "c", "d", "e", "f"];
        var catalog = new Catalog(
            [.. Enumerable.Range(0, Titles + Unknown).Select(i => new Title
            {
                Id = new TitleId($"t{i}"),
                Name = $"t{i}",
                Kind = TitleKind.Film,
                Genres = [genres[random.Next(6)], genres[random.Next(6)]],
                Tags = [$"tag{random.Next(30)}", $"tag{random.Next(30)}"],
            })],
            1);
        ItemItemScale[] scales = [new(0.8), new(0.4), new(0.97), new(1)];
        var rows = scales.Length * Titles;
        var content = ModelContent.Unlearnt with
        {
            Manifest = ModelManifest.Unlearnt with
            {
                Scales = [.. scales],
                Dimension = Dimension,
                FoldIn = new FactorFoldIn(0.3f, 0.01f),
                Match = MatchCalibration.Unlearnt with { Dimension = Judged, Fading = 0.99f },
                Communities = [.. Enumerable.Range(0, Communities).Select(i => new ModelCommunity($"c{i}", 1.0 / Communities, 100))],
            },
            CommunityLifts = Enumerable.Range(0, Communities * Titles).Select(_ => (Half)(random.NextSingle() - 0.5f)).ToArray(),
            Titles = [.. Enumerable.Range(0, Titles).Select(i => new TitleId($"t{i}"))],
            Popularity = new float[Titles],
            Quality = new float[Titles],
            Judgements = Enumerable.Range(0, Titles * (1 + Judged)).Select(_ => random.NextSingle() - 0.5f).ToArray(),
            RowStarts = Enumerable.Range(0, rows + 1).Select(i => i * RowLength).ToArray(),
            RowTitles = Enumerable.Range(0, rows * RowLength).Select(_ => (ushort)random.Next(Titles)).ToArray(),
            RowWeights = Enumerable.Range(0, rows * RowLength).Select(_ => (Half)(random.NextSingle() - 0.3f)).ToArray(),
            Vectors = Enumerable.Range(0, Titles * Dimension).Select(_ => 0.4f * (random.NextSingle() - 0.5f)).ToArray(),
        };
        using var stream = new MemoryStream();
        PersonalizationModel.Write(content, stream);
        return new TitleScorer(catalog, new ThemeIndex(catalog), PersonalizationModel.Read(stream.ToArray()));
    }
}
