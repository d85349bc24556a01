using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Training.Models;

namespace Orleans.Personalize.Training.Tests.for_Models;

public class when_scoring_for_a_surface
{
    private const double Hour = 3600;

    [Fact]
    public void Top_picks_have_learnt_weights_of_their_own()
    {
        var manifest = ModelTrainer.Train(SmallWorld.Create(150, 60, 6000), new TrainingOptions()).Model.Manifest;
        Assert.NotEqual(Weights(manifest, ScoreSurface.NextTitle), Weights(manifest, ScoreSurface.TopPicks));
    }

    [Fact]
    public void What_comes_next_counts_less_in_the_long_run()
    {
        // Titles of the world are watched in series of three, so the latest says what comes next and little about what comes after.
        var manifest = ModelTrainer.Train(SmallWorld.Create(150, 60, 6000), new TrainingOptions()).Model.Manifest;
        var next = Weights(manifest, ScoreSurface.NextTitle)[(int)ScorePartKind.ItemItem];
        Assert.True(Weights(manifest, ScoreSurface.TopPicks)[(int)ScorePartKind.ItemItem] < next, $"{next}");
    }

    [Fact]
    public void A_page_is_half_way_between_both()
    {
        var manifest = ModelManifest.Unlearnt with { TopPicks = BlendWeights.Constant([.. BlendWeights.Unlearnt.Base.Select(weight => 3 * weight)]) };
        Assert.Equal([.. BlendWeights.Unlearnt.Base.Select(weight => 2 * weight)], Weights(manifest, ScoreSurface.Page), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void A_newcomer_grows_out_of_its_own_weights_step_by_step()
    {
        var manifest = ModelManifest.Unlearnt with { TopPicks = BlendWeights.Unlearnt, Newcomers = BlendWeights.Constant([.. BlendWeights.Unlearnt.Base.Select(weight => 3 * weight)]) };
        const int popularity = (int)ScorePartKind.Popularity;
        Assert.Equal([.9f, .9f, .7f, .5f, .3f, .3f], new[] { 0, 3, 4, 5, 6, 500 }.Select(length => Weights(manifest, ScoreSurface.TopPicks, length)[popularity]), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal([1.5f, 2.25f], new[] { 1, 3 }.Select(length => Weights(manifest, ScoreSurface.TopPicks, length)[0]));
        Assert.Equal([3f, 1f], new[] { 0, 1 }.Select(length => Weights(manifest, ScoreSurface.NextTitle, length)[0]));
    }

    [Fact]
    public void Who_just_came_is_shown_what_most_people_play()
    {
        var manifest = ModelTrainer.Train(SmallWorld.Create(150, 60, 6000), new TrainingOptions()).Model.Manifest;
        Assert.NotNull(manifest.Newcomers);
        Assert.True(Weights(manifest, ScoreSurface.TopPicks, 0)[(int)ScorePartKind.Popularity] > 0);
    }

    [Theory]
    [InlineData(ScoreSurface.TopPicks)]
    [InlineData(ScoreSurface.Page)]
    public void A_model_that_knows_no_surfaces_answers_all_alike(ScoreSurface surface)
    {
        using var stream = new MemoryStream();
        PersonalizationModel.Write(ModelContent.Unlearnt, stream);
        var manifest = PersonalizationModel.Read(stream.ToArray()).Manifest;
        Assert.Null(manifest.TopPicks);
        Assert.Equal(Weights(manifest, ScoreSurface.NextTitle), Weights(manifest, surface));
    }

    [Fact]
    public void Weights_of_more_parts_than_there_are_are_refused()
    {
        var manifest = ModelManifest.Unlearnt with { TopPicks = BlendWeights.Constant([.. Enumerable.Repeat(1f, ScoreBuffer.PartCount + 1)]) };
        using var stream = new MemoryStream();
        PersonalizationModel.Write(ModelContent.Unlearnt with { Manifest = manifest }, stream);
        Assert.Throws<InvalidDataException>(() => PersonalizationModel.Read(stream.ToArray()));
    }

    private static float[] Weights(ModelManifest manifest, ScoreSurface surface, int length = 20)
    {
        var weights = new float[ScoreBuffer.PartCount];
        manifest.FillWeights(surface, Hour, length, 0, weights);
        return weights;
    }
}
