using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.TestWorlds;

/// <summary>A world and a profile with a life in it, all drawn from one seed: small and large catalogues, holes, windows, ages, all events.</summary>
public sealed class RandomWorld
{
    private static readonly string[] Genres = ["Drama", "Comedy", "Horror", "Documentary", "Sci-Fi/Fantasy", "Family", "(no genres listed)"];
    private static readonly string[] Countries = ["DE", "US", "JP"];

    private readonly Random _random;

    public RandomWorld(int seed)
    {
        _random = new Random(seed);
        var size = _random.Next(4) switch { 0 => _random.Next(12), 1 => _random.Next(60), _ => _random.Next(400) };
        World = new TestWorld(Enumerable.Range(0, size).Select(number => _random.Next(20) == 0 ? null! : NewTitle(number)));
        var plays = Enumerable.Range(0, _random.Next(size + 1)).Select(_ => _random.Next(3) == 0 ? (float)_random.Next(100) : 0);
        World.Trend = new TrendSnapshot(TestWorld.Now, [.. plays]);
        Profile = World.NewProfile();
        Profile.Settings = Profile.Settings with
        {
            Kids = _random.Next(4) == 0,
            MaturityLimit = _random.Next(22),
            Country = _random.Next(3) == 0 ? null : Countries[_random.Next(Countries.Length)],
        };
        Rows = _random.Next(1, 41);
        Columns = _random.Next(1, 76);
        var events = _random.Next(3) == 0 ? 0 : _random.Next(120);
        var present = Enumerable.Range(0, size).Select(number => World.Catalog[number]).OfType<Title>().ToArray();
        for (var i = 0; i < events && present.Length > 0; i++) Act(present[_random.Next(present.Length)]);
    }

    public TestWorld World { get; }

    public TestProfile Profile { get; }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Whether the profile may be shown a title at all, said in the plainest way.</summary>
    public bool MaySee(TitleId id)
    {
        if (!World.Catalog.TryGet(id, out var title) || !World.Catalog.TryGetNumber(id, out var number)) return false;
        var settings = Profile.Settings;
        var limit = settings.Kids ? Math.Min(12, settings.MaturityLimit) : settings.MaturityLimit;
        var available = title.Availability.IsEmpty || title.Availability.Any(window =>
            (window.Country is null || window.Country == settings.Country)
            && !(window.From > Profile.Now)
            && !(window.Until <= Profile.Now));
        return title.MaturityAge <= limit && available && !Profile.State.IsHidden(number);
    }

    private Title NewTitle(int number) => TestWorld.Film($"t{number}", Genres[_random.Next(Genres.Length)], Genres[_random.Next(Genres.Length)]) with
    {
        MaturityAge = _random.Next(22),
        Kind = _random.Next(4) == 0 ? TitleKind.Series : TitleKind.Film,
        Tags = [$"tag {_random.Next(5)}", "witty"],
        People = [new Credit { Name = $"Person {_random.Next(20)}" }],
        Year = _random.Next(5) == 0 ? null : 1950 + _random.Next(76),
        AddedAt = _random.Next(3) == 0 ? null : TestWorld.Now.AddDays(_random.Next(-300, 20)),
        Availability = _random.Next(3) > 0 ? [] : [.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => NewWindow())],
        Artworks = [.. Enumerable.Range(0, _random.Next(4)).Select(i => new Artwork
        {
            Id = new ArtworkId($"a{i}"),
            Features = [$"tag {_random.Next(5)}"],
        })],
    };

    private AvailabilityWindow NewWindow() => new()
    {
        Country = _random.Next(2) == 0 ? null : Countries[_random.Next(Countries.Length)],
        From = _random.Next(2) == 0 ? null : TestWorld.Now.AddDays(_random.Next(-30, 10)),
        Until = _random.Next(2) == 0 ? null : TestWorld.Now.AddDays(_random.Next(-10, 60)),
    };

    private void Act(Title title)
    {
        var (id, profile, time) = (Profile.NextId(), Profile.Settings.Id, Profile.Now);
        Profile.Does(_random.Next(9) switch
        {
            0 => new PlayPaused { Id = id, Profile = profile, Time = time, Title = title.Id, PositionSeconds = _random.Next(6000) },
            1 => new PlayCompleted { Id = id, Profile = profile, Time = time, Title = title.Id, PositionSeconds = 6000 },
            2 => new ThumbGiven { Id = id, Profile = profile, Time = time, Title = title.Id, Thumb = (Thumb)_random.Next(4) },
            3 => new MyListAdded { Id = id, Profile = profile, Time = time, Title = title.Id },
            4 => new TitleHidden { Id = id, Profile = profile, Time = time, Title = title.Id },
            5 => new TitleRated { Id = id, Profile = profile, Time = time, Title = title.Id, Stars = 0.5 * _random.Next(1, 11) },
            6 => new RowScrolledPast { Id = id, Profile = profile, Time = time, Row = new RowId("genre:drama") },
            7 => new RowScrolledAlong { Id = id, Profile = profile, Time = time, Row = new RowId("top-picks"), ThroughColumn = _random.Next(80) },
            _ => new Impression { Id = id, Profile = profile, Time = time, Title = title.Id },
        });
    }
}
