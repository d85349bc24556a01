using Orleans.Personalize.Engine.Occasions;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Tests.for_Occasions;

/// <summary>Four genres of 120 titles, each once short and once long, and members with habits. Everybody lives two hours east of Greenwich.</summary>
internal sealed class OccasionWorld
{
    public static readonly string[] Genres = ["Family", "Comedy", "Thriller", "Drama"];

    /// <summary>A Wednesday four weeks after the first day of every story.</summary>
    public static readonly DateTimeOffset Wednesday = new(2026, 5, 13, 0, 0, 0, TimeSpan.FromHours(2));

    private const int PerGenre = 120;
    private readonly Dictionary<int, TitleStatistics> _statistics = [];
    private readonly Dictionary<string, int> _watched = [];

    public TestWorld World { get; } = new(
        from number in Enumerable.Range(0, PerGenre)
        from genre in Genres
        select TestWorld.Film(IdOf(genre, number), genre) with { RuntimeMinutes = IsShort(number) ? 25 : 120 });

    public static DateTimeOffset Friday => Wednesday.AddDays(2);

    public TestProfile NewProfile() => World.NewProfile();

    /// <summary>The profile watches a title of a genre that it has not watched, to its end.</summary>
    public void Watch(TestProfile profile, DateTimeOffset time, DeviceKind device, string genre, bool isShort = false)
    {
        var key = $"{profile.Settings.Id}/{genre}/{isShort}";
        var place = _watched[key] = _watched.GetValueOrDefault(key) + 1;
        profile.Now = time;
        profile.Does(new PlayCompleted
        {
            Id = profile.NextId(),
            Profile = profile.Settings.Id,
            Time = time,
            Title = new TitleId(IdOf(genre, (2 * place) - (isShort ? 2 : 1))),
            Device = device,
            PositionSeconds = 1500,
        });
    }

    /// <summary>Everybody plays all titles of a genre once on an occasion.</summary>
    public void LetEverybodyWatch(DateTimeOffset time, DeviceKind? device, string genre, string? country = null)
    {
        for (var number = 0; number < PerGenre; number++)
        {
            Assert.True(World.Catalog.TryGetNumber(new TitleId(IdOf(genre, number)), out var title));
            _statistics[title] = _statistics.GetValueOrDefault(title, TitleStatistics.Empty).Apply(
                new TitleOutcome(title, TitleOutcomeKind.Played, time, 1, -1, country) { Occasion = Occasion.Of(time, device).Number });
        }

        // What trends is left out: it is the same for all.
        var gathered = TrendSnapshot.Of([.. Enumerable.Range(0, World.Catalog.Count).Select(title => _statistics.GetValueOrDefault(title))], time);
        World.Trend = TrendSnapshot.Empty with { Occasions = gathered.Occasions };
    }

    public HomePage Home(TestProfile profile, DateTimeOffset time, DeviceKind device, string? country = null)
    {
        profile.Now = time;
        return World.Engine.ComposeHome(profile.State, profile.Settings, profile.Moment, new HomeRequest
        {
            Profile = profile.Settings.Id,
            Device = device,
            UtcOffset = time.Offset,
            Country = country,
            Explain = true,
        });
    }

    /// <summary>The best titles for an occasion, whatever the shape of the screen.</summary>
    public IEnumerable<TitleId> List(TestProfile profile, DateTimeOffset time, DeviceKind device)
    {
        profile.Now = time;
        var request = new RecommendationRequest { Profile = profile.Settings.Id, Device = device, Count = 50 };
        return World.Engine.Recommend(profile.State, profile.Settings, profile.Moment, request).Cards.Select(card => card.Title);
    }

    /// <summary>Which share of the first screen is of a genre.</summary>
    public double ShareOf(string genre, HomePage page) => page.AboveTheFold().Average(id => World[id.Value].Genres.Contains(genre) ? 1 : 0);

    /// <summary>Which share of the first screen is short.</summary>
    public double ShareOfShort(HomePage page) => page.AboveTheFold().Average(id => World[id.Value].RuntimeMinutes < 40 ? 1 : 0);

    private static string IdOf(string genre, int number) => $"{genre.ToLowerInvariant()}-{number}";

    private static bool IsShort(int number) => number % 2 == 0;
}
