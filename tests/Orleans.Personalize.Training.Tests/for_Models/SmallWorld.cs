using Orleans.Personalize.Titles;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Tests.for_Models;

/// <summary>Titles in series of three that are watched one after the other, in two genres.</summary>
internal static class SmallWorld
{
    public static Dataset Create(int profiles, int titles, int events, int seed = 1)
    {
        var random = new Random(seed);
        var list = new List<DatasetEvent>();
        var order = new List<(long Time, int Profile)>();
        for (var i = 0; i < events && profiles > 0; i++)
            order.Add((1_000_000_000 + (i * 600L), random.Next(profiles)));
        var last = new int[Math.Max(1, profiles)];
        foreach (var (time, profile) in order)
        {
            // Most often what comes next in the series, else anything of the profile's genre.
            var title = random.NextDouble() < 0.6 ? (last[profile] / 3 * 3) + ((last[profile] + 1) % 3) : random.Next(titles);
            title = Math.Min(title, titles - 1);
            last[profile] = title;
            var stars = title % 2 == profile % 2 ? 5f : 2f;
            list.Add(new DatasetEvent(profile, title, (stars - 3) / 2, stars, time));
        }

        return new Dataset
        {
            Name = "small-world",
            Titles = [.. Enumerable.Range(0, titles).Select(i => new Title { Id = new TitleId($"t{i}"), Name = $"Title {i}", Genres = [i % 2 == 0 ? "Even" : "Odd"] })],
            Profiles = [.. Enumerable.Range(0, profiles).Select(i => new ProfileId($"p{i}"))],
            Events = [.. list],
        };
    }
}
