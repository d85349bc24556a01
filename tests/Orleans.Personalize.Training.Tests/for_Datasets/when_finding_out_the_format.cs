using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Tests.for_Datasets;

public sealed class when_finding_out_the_format : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ratings_above_five_are_MovieTweetings()
    {
        _folder.Write("movies.dat", "0002844::Fantômas - À l'ombre de la guillotine (1913)::Crime|Drama\n").Write("ratings.dat", "1::0002844::0::1365029107\n1::0002844::7::1365029108\n");

        var imported = DatasetImporter.Import(_folder.Path, strict: true);

        Assert.Equal(DatasetFormats.MovieTweetings, imported.Format);
        Assert.Equal([0.5, 3.5], imported.Events.Cast<Events.TitleRated>().Select(rated => rated.Stars));
        Assert.Equal("0002844", Assert.Single(imported.Titles).Id.Value);
    }

    [Fact]
    public void Ratings_up_to_five_are_MovieLens()
    {
        _folder.Write("movies.dat", "1::One (1913)::Drama\n").Write("ratings.dat", "1::1::5::1365029107\n");

        Assert.Equal(DatasetFormats.MovieLens, DatasetImporter.Import(_folder.Path).Format);
    }

    [Fact]
    public void What_was_looked_for_is_said_when_nothing_fits()
    {
        _folder.Write("readme.txt", "nothing");

        var message = Assert.Throws<ImportException>(() => DatasetImporter.Import(_folder.Path)).Message;

        Assert.Contains("titles.csv", message, StringComparison.Ordinal);
        Assert.Contains("movies.dat", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_where_nothing_is_and_a_format_that_is_none_are_refused()
    {
        Assert.Contains("no folder", Assert.Throws<ImportException>(() => DatasetImporter.Import(Path.Combine(_folder.Path, "x"))).Message, StringComparison.Ordinal);
        Assert.Contains("movielens", Assert.Throws<ImportException>(() => DatasetImporter.Import(_folder.Path, "betamax")).Message, StringComparison.Ordinal);
    }
}
