using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_TitleScorer;

public sealed class Large_catalogues
{
    private const int Titles = 140_000;
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(7)]
    [InlineData(65_536)]
    [InlineData(139_999)]
    public void A_title_is_liked_for_its_themes_wherever_it_stands(int watched)
    {
        int[] alike = [7, 65_535, 65_536, 131_072, 139_999];
        var catalog = new Catalog([.. Enumerable.Range(0, Titles).Select(i => new Title
        {
            Id = new TitleId($"t{i}"),
            Name = $"t{i}",
            Kind = TitleKind.Film,
            Genres = [alike.Contains(i) ? "heist" : "other"],
        })], 1);
        using var stream = new MemoryStream();
        PersonalizationModel.Write(ModelContent.Unlearnt, stream);
        var scorer = new TitleScorer(catalog, new ThemeIndex(catalog), PersonalizationModel.Read(stream.ToArray()));
        var buffer = new ScoreBuffer(Titles);
        scorer.Score([new Interaction(watched, 0, 1)], [], new Moment(Now, TrendSnapshot.Empty, []), buffer);
        var scores = buffer.Part(ScorePartKind.Content).ToArray();
        Assert.Equal(alike, Enumerable.Range(0, Titles).Where(title => scores[title] > 1).ToArray());
        Assert.Single(alike.Select(title => scores[title]).Distinct());
    }
}
