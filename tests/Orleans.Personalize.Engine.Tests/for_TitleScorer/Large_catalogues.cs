using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_TitleScorer;

public sealed class Large_catalogues
{
    private const int Titles = 140_000;
    private const int Colours = 4;
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly int[] Alike = [7, 65_535, 65_536, 131_072, 139_999];
    private static readonly TitleScorer Scorer = MakeScorer();

    [Theory]
    [InlineData(7)]
    [InlineData(65_536)]
    [InlineData(139_999)]
    public void A_title_is_liked_for_a_rare_theme_wherever_it_stands(int watched)
    {
        var scores = ContentFor(new Interaction(watched, 0, 1));
        Assert.Equal(Alike, Titled(title => scores[title] > 20));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100_002)]
    public void A_title_is_liked_for_a_common_theme_wherever_it_stands(int watched)
    {
        var scores = ContentFor(new Interaction(watched, 0, 1));
        Assert.Equal(Titled(title => title % Colours == watched % Colours), Titled(title => scores[title] > 0));
    }

    [Fact]
    public void Themes_of_both_sorts_fade_alike_after_events()
    {
        var buffer = new ScoreBuffer(Titles, followsProfile: true);
        Interaction[] history = [.. Enumerable.Range(0, 30).Select(i => new Interaction(i * 4_001, 0, i % 5 == 0 ? -0.5f : 1))];
        for (var count = 1; count <= history.Length; count++)
            Score(history[..count], buffer);
        var fresh = ContentFor(history);
        Assert.InRange(fresh.Zip(buffer.Part(ScorePartKind.Content).ToArray(), (one, other) => Math.Abs(one - other)).Max(), 0, 2e-3);
    }

    private static int[] Titled(Func<int, bool> which) => [.. Enumerable.Range(0, Titles).Where(which)];

    private static float[] ContentFor(params Interaction[] history)
    {
        var buffer = new ScoreBuffer(Titles);
        Score(history, buffer);
        return buffer.Part(ScorePartKind.Content).ToArray();
    }

    private static void Score(Interaction[] history, ScoreBuffer buffer) => Scorer.Score(history, [], new Moment(Now, TrendSnapshot.Empty, []), buffer);

    private static TitleScorer MakeScorer()
    {
        var catalog = new Catalog([.. Enumerable.Range(0, Titles).Select(i => new Title
        {
            Id = new TitleId($"t{i}"),
            Name = $"t{i}",
            Kind = TitleKind.Film,
            Genres = [Alike.Contains(i) ? "heist" : $"colour {i % Colours}"],
        })], 1);
        using var stream = new MemoryStream();
        PersonalizationModel.Write(ModelContent.Unlearnt, stream);
        return new TitleScorer(catalog, new ThemeIndex(catalog), PersonalizationModel.Read(stream.ToArray()));
    }
}
