using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;
using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Tests.for_Communities;

public class when_communities_are_found
{
    private const int Genres = 3;
    private const int TitlesOfGenre = 12;
    private const int ProfilesOfGenre = 60;

    private static readonly Dataset World = Create(ProfilesOfGenre, seed: 1);
    private static readonly Lazy<TrainedModel> Trained = new(() => ModelTrainer.Train(World, new TrainingOptions()));

    [Fact]
    public void Those_who_choose_alike_belong_together_and_others_do_not()
    {
        var index = IndexOf(Trained.Value.Model);
        Assert.True(index.Communities.Count >= Genres);
        Assert.Equal(1, index.Communities.Sum(community => community.Share), 4);
        var tops = Enumerable.Range(0, Genres).Select(genre => Membership(index, genre)).ToArray();
        for (var one = 0; one < Genres; one++)
        {
            Assert.Equal(1, tops[one].Sum(), 4);
            for (var other = 0; other < Genres; other++)
            {
                var alike = tops[one].Zip(tops[other], (a, b) => Math.Min(a, b)).Sum();
                Assert.True(one == other ? alike > 0.99f : alike < 0.2f, $"{one} and {other}: {alike}");
            }
        }
    }

    [Fact]
    public void A_community_is_described_by_what_its_members_choose()
    {
        var index = IndexOf(Trained.Value.Model);
        var catalog = Catalog();
        for (var genre = 0; genre < Genres; genre++)
        {
            var top = Array.IndexOf(Membership(index, genre), Membership(index, genre).Max());
            Assert.Equal($"Genre {genre}", index.TopThemes(top, new ThemeIndex(catalog), 3)[0].Name);
            Assert.All(index.TopTitles(top, 5), title => Assert.Equal(genre, title / TitlesOfGenre));
        }
    }

    [Fact]
    public void What_the_communities_of_a_profile_favour_is_a_part_of_its_scores()
    {
        var catalog = Catalog();
        var scorer = new TitleScorer(catalog, new ThemeIndex(catalog), Trained.Value.Model);
        Interaction[] history = [.. Enumerable.Range(0, 4).Select(i => new Interaction(TitlesOfGenre + i, (uint)i, 0.5f))];
        var buffer = new ScoreBuffer(catalog.Count);
        scorer.Score(history, scorer.FoldIn(history), new Moment(Interaction.Origin.AddDays(1), TrendSnapshot.Empty, []), buffer);
        var part = buffer.Part(ScorePartKind.Community);
        for (var title = 0; title < catalog.Count; title++)
            Assert.Equal(title / TitlesOfGenre == 1, part[title] > 0);
    }

    [Fact]
    public void Who_chose_nothing_belongs_to_all_as_everybody_does()
    {
        var index = IndexOf(Trained.Value.Model);
        var membership = new float[index.Communities.Count];
        index.Membership([], membership);
        for (var i = 0; i < membership.Length; i++)
            Assert.Equal(index.Communities[i].Share, membership[i], 3);
        var against = new Interaction[] { new(0, 1, -1) };
        var same = new float[membership.Length];
        index.Membership(against, same);
        Assert.Equal<float>(membership, same);
    }

    [Fact]
    public void Ids_stay_when_the_members_do()
    {
        var later = ModelTrainer.Train(Create(ProfilesOfGenre, seed: 1, more: 300), new TrainingOptions { Seed = 5 }, Trained.Value.Model).Model;
        var (before, after) = (IndexOf(Trained.Value.Model), IndexOf(later));
        for (var genre = 0; genre < Genres; genre++)
            Assert.Contains(TopId(before, genre), before.Communities.Select(community => community.Id));
        Assert.Contains(Enumerable.Range(0, Genres), genre => TopId(before, genre) == TopId(after, genre));
        Assert.Equal(after.Communities.Count, after.Communities.Select(community => community.Id).Distinct().Count());
    }

    [Fact]
    public void Another_training_of_the_same_events_finds_the_same_communities() =>
        Assert.Equal(
            [.. Trained.Value.Model.Manifest.Communities],
            ModelTrainer.Train(World, new TrainingOptions { Threads = 1 }).Model.Manifest.Communities.ToArray());

    [Fact]
    public void Few_profiles_make_no_communities()
    {
        var model = ModelTrainer.Train(Create(10, seed: 1), new TrainingOptions()).Model;
        Assert.Empty(model.Manifest.Communities);
        Assert.Empty(IndexOf(model).Communities);
        Assert.Empty(IndexOf(PersonalizationModel.Untrained).Communities);
    }

    private static string TopId(CommunityIndex index, int genre)
    {
        var membership = Membership(index, genre);
        return index.Communities[Array.IndexOf(membership, membership.Max())].Id;
    }

    private static float[] Membership(CommunityIndex index, int genre)
    {
        var membership = new float[index.Communities.Count];
        index.Membership([.. Enumerable.Range(0, TitlesOfGenre).Select(i => new Interaction((genre * TitlesOfGenre) + i, 1, 1))], membership);
        return membership;
    }

    private static CommunityIndex IndexOf(PersonalizationModel model) => new(Catalog(), model);

    private static Catalog Catalog() => new([.. World.Titles.Select(title => (Title?)title)], 1);

    // Every profile likes one genre and takes a title of another now and then.
    private static Dataset Create(int profilesOfGenre, int seed, int more = 0)
    {
        var random = new Random(seed);
        var events = new List<DatasetEvent>();
        for (var i = 0; i < (Genres * profilesOfGenre * 12) + more; i++)
        {
            var profile = random.Next(Genres * profilesOfGenre);
            var genre = random.NextDouble() < 0.9 ? profile % Genres : random.Next(Genres);
            events.Add(new DatasetEvent(profile, (genre * TitlesOfGenre) + random.Next(TitlesOfGenre), 0.5f, float.NaN, 1_000_000_000 + (i * 600L)));
        }

        return new Dataset
        {
            Name = "genres",
            Titles = [.. Enumerable.Range(0, Genres * TitlesOfGenre).Select(i => new Title { Id = new TitleId($"t{i}"), Name = $"Title {i}", Genres = [$"Genre {i / TitlesOfGenre}"] })],
            Profiles = [.. Enumerable.Range(0, Genres * profilesOfGenre).Select(i => new ProfileId($"p{i}"))],
            Events = [.. events],
        };
    }
}
