using Orleans.Personalize.Training.Datasets;
using Orleans.Personalize.Training.Evaluation.Protocols;
using Orleans.Personalize.Training.Tests.for_Datasets;
using Orleans.Personalize.Training.Tests.for_Models;

namespace Orleans.Personalize.Training.Tests.for_Evaluation;

public class when_splitting
{
    [DatasetFact("ml-1m")]
    public void MovieLens_1M_is_split_as_published() => AssertPublished("ml-1m", "movielens", 3);

    [DatasetFact("ml-latest-small")]
    public void MovieLens_latest_small_is_split_as_published() => AssertPublished("ml-latest-small", "movielens", 3);

    [DatasetFact("movietweetings-100k")]
    public void MovieTweetings_is_split_as_published() => AssertPublished("movietweetings-100k", "movietweetings", 5);

    [Fact]
    public void The_last_two_events_are_not_trained_on()
    {
        var dataset = SmallWorld.Create(10, 30, 200);
        var split = LeaveOneOutSplit.Of(dataset);
        Assert.Equal(200 - (2 * split.Profiles.Count), split.Training.Count);
        Assert.All(split.Profiles, profile => Assert.DoesNotContain(profile.Test, split.Training));
        Assert.All(split.Profiles, profile => Assert.DoesNotContain(profile.Validation, split.Training));
    }

    [Fact]
    public void Profiles_with_too_few_events_take_no_part() =>
        Assert.Empty(LeaveOneOutSplit.Of(SmallWorld.Create(50, 30, 60), minimumEvents: 20).Profiles);

    [Fact]
    public void Fewer_than_three_events_cannot_be_split() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LeaveOneOutSplit.Of(SmallWorld.Create(1, 3, 9), minimumEvents: 2));

    private static void AssertPublished(string name, string format, int minimum)
    {
        var folder = SharedData.Require(name);
        var published = Path.Combine(folder, "..", "..", "splits", $"{name}.leave-one-out.tsv");
        if (!File.Exists(published))
            return;
        var dataset = DatasetImporter.Import(folder, format, strict: false, progress: null, CancellationToken.None).ToDataset();
        var split = LeaveOneOutSplit.Of(dataset, minimum);
        var actual = split.Profiles.Select(profile =>
            $"{dataset.Profiles[profile.Profile].Value}\t{profile.Events.Count}\t"
            + $"{IdOf(profile.Validation)}\t{IdOf(profile.Test)}");
        Assert.Equal(File.ReadLines(published).Skip(1).Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));

        // The published files hold ids as numbers.
        string IdOf(DatasetEvent e) => dataset.Titles[e.Title].Id.Value.TrimStart('0');
    }
}
