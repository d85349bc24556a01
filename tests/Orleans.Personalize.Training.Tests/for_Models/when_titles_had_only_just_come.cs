using System.Collections.Immutable;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;
using Orleans.Personalize.Training.Refresh;
using Orleans.Personalize.Training.Sequence;

namespace Orleans.Personalize.Training.Tests.for_Models;

public class when_titles_had_only_just_come
{
    private const int Titles = 60;
    private const int Old = 54;

    // The last two series came with the last fortieth of the events.
    private static readonly Dataset World = Create();
    private static readonly TrainingOptions Options = new() { Threads = 1, Sequence = new SequenceTrainingOptions { Epochs = 0 } };
    private static readonly Lazy<PersonalizationModel> Trained = new(() => ModelTrainer.Train(World, Options).Model);

    [Fact]
    public void Those_are_new_that_came_when_few_events_were_left()
    {
        var newness = Trained.Value.ToContent().Newness.ToArray();
        Assert.All(newness[..Old], value => Assert.InRange(value, 0, 0.1));
        Assert.All(newness[Old..], value => Assert.InRange(value, 0.4, 1));
    }

    [Fact]
    public void That_hardly_anybody_chose_them_yet_does_not_count_against_them()
    {
        var (with, without) = (Score(Trained.Value), Score(WithoutNewness()));
        foreach (var part in new[] { ScorePartKind.ItemItem, ScorePartKind.StableTaste, ScorePartKind.Popularity })
        {
            Assert.Equal(without.Part(part)[..Old].ToArray(), with.Part(part)[..Old].ToArray());
            for (var title = Old; title < Titles; title++)
                Assert.True(with.Part(part)[title] >= without.Part(part)[title], $"{part} of {title}");
        }

        Assert.True(with.Part(ScorePartKind.Popularity)[Old..].ToArray().Average() > without.Part(ScorePartKind.Popularity)[Old..].ToArray().Average() + 0.5);
    }

    [Fact]
    public void They_are_where_their_content_puts_them_until_they_are_known()
    {
        var part = Score(Trained.Value).Part(ScorePartKind.Vector).ToArray();
        var before = Score(WithoutNewness()).Part(ScorePartKind.Vector).ToArray();
        Assert.True(Contrast(part) > Contrast(before), $"{Contrast(before)} to {Contrast(part)}");

        // What titles of the liked genre have ahead of the others.
        static double Contrast(float[] values) => Enumerable.Range(Old, Titles - Old).Average(title => title % 2 == 0 ? values[title] : -values[title]);
    }

    [Fact]
    public void A_refresh_knows_them_to_be_new_too()
    {
        var before = ModelTrainer.Train(With(World, [.. World.Events.Where(e => e.Title < Old)]), Options).Model;
        var refreshed = ModelRefresher.Refresh(World, before, Options, compare: false).Model;
        Assert.True(refreshed.TryGetNumber(World.Titles[Old].Id, out var number));
        Assert.InRange(refreshed.ToContent().Newness.Span[number], 0.4, 1);
    }

    private static PersonalizationModel WithoutNewness()
    {
        using var stream = new MemoryStream();
        PersonalizationModel.Write(Trained.Value.ToContent() with { Newness = default }, stream);
        return PersonalizationModel.Read(stream.ToArray());
    }

    private static ScoreBuffer Score(PersonalizationModel model)
    {
        var catalog = new Catalog([.. World.Titles], 1);
        var scorer = new TitleScorer(catalog, new ThemeIndex(catalog), model);
        var buffer = new ScoreBuffer(catalog.Count);
        Interaction[] history = [.. Enumerable.Range(0, 12).Select(i => new Interaction(2 * i, (uint)i * 600, 1))];
        scorer.Score(history, scorer.FoldIn(history), new Moment(Interaction.Origin.AddDays(1), TrendSnapshot.Empty, []), buffer);
        return buffer;
    }

    private static Dataset Create()
    {
        var world = SmallWorld.Create(150, Titles, 6000);
        return With(world, [.. world.Events.Where((e, i) => e.Title < Old || i >= 5850)]);
    }

    private static Dataset With(Dataset world, ImmutableArray<DatasetEvent> events) =>
        new() { Name = world.Name, Titles = world.Titles, Profiles = world.Profiles, Events = events };
}
