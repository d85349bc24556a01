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
}
