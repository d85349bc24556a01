using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Tests.for_Datasets;

public class when_importing_real_data
{
    [DatasetFact("ml-1m")]
    public void MovieLens_1M_is_read_whole_and_each_profile_keeps_its_row_order()
    {
        var folder = SharedData.Require("ml-1m");

        var imported = DatasetImporter.Import(folder, DatasetFormats.MovieLens, strict: true);
        var dataset = imported.ToDataset();

        Assert.Equal(3_883, dataset.Titles.Length);
        Assert.Equal(6_040, dataset.Profiles.Length);
        Assert.Equal(1_000_209, dataset.Events.Length);
        Assert.Equal("ml-1m", dataset.Name);
        Assert.Contains(dataset.Titles, title => title is { Name: "City of Lost Children", OriginalName: null } or { Name: "The City of Lost Children", Year: 1995 });
        var rows = File.ReadLines(Path.Combine(folder, "ratings.dat")).Select(line => line.Split("::")).ToLookup(row => row[0], row => row[1]);
        var events = dataset.Events.ToLookup(e => dataset.Profiles[e.Profile].Value, e => dataset.Titles[e.Title].Id.Value);
        Assert.All(rows, profile => Assert.Equal(profile, events[profile.Key]));
    }

    [DatasetFact("ml-latest-small")]
    public void MovieLens_latest_small_is_read_whole()
    {
        var imported = DatasetImporter.Import(SharedData.Require("ml-latest-small"), strict: true);

        Assert.Equal((DatasetFormats.MovieLens, 9_742, 610, 100_836), (imported.Format, imported.Titles.Length, imported.Profiles.Length, imported.Events.Length));
        Assert.Contains("pixar", imported.Titles[0].Tags);
    }

    [DatasetFact("movietweetings-100k")]
    public void MovieTweetings_is_read_whole()
    {
        var imported = DatasetImporter.Import(SharedData.Require("movietweetings-100k"), strict: true);

        Assert.Equal(
            (DatasetFormats.MovieTweetings, 10_506, 16_554, 100_000),
            (imported.Format, imported.Titles.Length, imported.Profiles.Length, imported.Events.Length));
        Assert.Equal("Fantômas - À l'ombre de la guillotine", imported.Titles[0].Name);
        var times = imported.ToDataset().Events.Select(e => e.UnixSeconds).ToArray();
        Assert.Equal(times.Order(), times);
    }

    [DatasetFact("netflix-titles")]
    public void Netflix_titles_are_read_whole()
    {
        var imported = DatasetImporter.Import(SharedData.Require("netflix-titles"), strict: true);

        Assert.Equal((DatasetFormats.NetflixTitles, 8_806, 0), (imported.Format, imported.Titles.Length, imported.Events.Length));
        Assert.Equal(6_130, imported.Titles.Count(title => title.RuntimeMinutes is not null));
    }

    [DatasetFact("wikipedia-movies")]
    public void Wikipedia_films_are_read_and_those_listed_twice_reported()
    {
        var imported = DatasetImporter.Import(SharedData.Require("wikipedia-movies"));

        Assert.Equal(DatasetFormats.WikipediaMovies, imported.Format);
        Assert.Equal(36_273, imported.Titles.Length + imported.IssueCount);
        Assert.InRange(imported.IssueCount, 1, 100);
        Assert.All(imported.Issues, issue => Assert.Contains("is there already", issue.Reason, StringComparison.Ordinal));
        Assert.Equal(imported.Titles.Length, imported.Titles.Select(title => title.Id).Distinct().Count());
    }
}
