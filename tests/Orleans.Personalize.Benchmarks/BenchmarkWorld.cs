using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Benchmarks;

/// <summary>A catalogue of a large service and a profile that used it a lot, drawn from a fixed seed.</summary>
internal sealed class BenchmarkWorld
{
    private const int Genres = 30;
    private const int Tags = 250;
    private const int People = 8000;

    private static readonly string[] Moods = ["witty", "dark", "gritty", "feel-good", "suspenseful", "quirky", "heartfelt", "moody"];

    private readonly Random _random = new(20260515);

    public BenchmarkWorld(int titles, int events)
    {
        Now = new DateTimeOffset(2026, 5, 15, 20, 0, 0, TimeSpan.Zero);
        var catalog = new Catalog([.. Enumerable.Range(0, titles).Select(NewTitle)], 1);
        Engine = new PersonalizationEngine(catalog, PersonalizationModel.Untrained);
        Settings = new ProfileSettings { Id = new ProfileId("bench"), Name = "Bench", Country = "DE" };
        State = ProfileState.Empty;
        for (var i = 0; i < events; i++)
        {
            var title = catalog[Popular(titles)]!;
            State = Engine.Apply(State, Settings, NewEvent(i, title.Id, Now.AddHours(i - events))).State;
        }

        State = Engine.Refresh(State);
        var next = Engine.TitlesToConsult(State)
            .Select(title => new PlayNextCounts(title, [.. Enumerable.Range(0, 64).Select(i => (Popular(titles), 64f - i))]));
        Moment = new Moment(Now, new TrendSnapshot(Now, [.. Enumerable.Range(0, titles).Select(i => 1000f / (1 + i))]), [.. next]);
    }

    public DateTimeOffset Now { get; }

    public PersonalizationEngine Engine { get; }

    public ProfileSettings Settings { get; }

    public ProfileState State { get; }

    public Moment Moment { get; }

    private Title NewTitle(int number) => new()
    {
        Id = new TitleId($"t{number}"),
        Name = $"Title {number}",
        Year = 1960 + _random.Next(66),
        RuntimeMinutes = 80 + _random.Next(60),
        MaturityAge = new[] { 0, 6, 12, 16, 18 }[_random.Next(5)],
        Genres = [.. Distinct(2, Genres).Select(genre => $"Genre {genre}")],
        Tags = [Moods[_random.Next(Moods.Length)], .. Distinct(4, Tags).Select(tag => $"tag {tag}")],
        People = [.. Distinct(6, People).Select(person => new Credit { Name = $"Person {person}" })],
        Countries = [$"Country {_random.Next(40)}"],
        Languages = [$"Language {_random.Next(25)}"],
        AddedAt = Now.AddDays(-_random.Next(1500)),
        Availability = _random.Next(4) > 0 ? [] : [new AvailabilityWindow { Country = "DE", Until = Now.AddDays(_random.Next(1, 400)) }],
        Artworks =
        [
            .. Enumerable.Range(0, 5).Select(i => new Artwork
            {
                Id = new ArtworkId($"a{i}"),
                Features = [Moods[_random.Next(Moods.Length)], $"tag {_random.Next(Tags)}", $"motif {_random.Next(40)}"],
            }),
        ],
    };

    private ProfileEvent NewEvent(int i, TitleId title, DateTimeOffset time) => (i % 10) switch
    {
        0 => new ThumbGiven { Id = new EventId($"e{i}"), Profile = Settings.Id, Time = time, Title = title, Thumb = Thumb.Up },
        1 => new MyListAdded { Id = new EventId($"e{i}"), Profile = Settings.Id, Time = time, Title = title },
        2 => new Impression { Id = new EventId($"e{i}"), Profile = Settings.Id, Time = time, Title = title },
        3 => new PlayPaused { Id = new EventId($"e{i}"), Profile = Settings.Id, Time = time, Title = title, PositionSeconds = 2400 },
        _ => new PlayCompleted { Id = new EventId($"e{i}"), Profile = Settings.Id, Time = time, Title = title, PositionSeconds = 6000 },
    };

    // Low numbers far more often than high ones.
    private int Popular(int titles) => (int)(titles * Math.Pow(_random.NextDouble(), 3));

    private IEnumerable<int> Distinct(int count, int below) => Enumerable.Range(0, count).Select(_ => _random.Next(below)).Distinct();
}
