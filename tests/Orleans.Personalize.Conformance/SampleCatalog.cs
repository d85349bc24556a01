using System.Collections.Immutable;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Conformance;

/// <summary>
/// A small catalogue whose structure the facts know: six genres of eight films each (<c>comedy-1</c> … <c>crime-8</c>), two series,
/// and four films that may not be shown everywhere or yet.
/// </summary>
public static class SampleCatalog
{
    private static readonly (string Genre, int MaturityAge)[] Genres =
        [("Comedy", 6), ("Family", 0), ("Drama", 12), ("Thriller", 16), ("Science Fiction", 12), ("Crime", 18)];

    /// <summary>The moment at which every host's clock begins.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 5, 15, 18, 30, 0, TimeSpan.Zero);

    /// <summary>Shown in Germany only.</summary>
    public static TitleId GermanyOnly { get; } = new("germany-only");

    /// <summary>Shown from one year after <see cref="Now"/>.</summary>
    public static TitleId NotYet { get; } = new("not-yet");

    /// <summary>Shown until one day before <see cref="Now"/>.</summary>
    public static TitleId NoLonger { get; } = new("no-longer");

    /// <summary>A series of two seasons with three episodes each.</summary>
    public static TitleId Series { get; } = new("series-1");

    /// <summary>All titles.</summary>
    public static ImmutableArray<Title> Titles { get; } = [.. Films(), .. AllSeries(), .. Restricted()];

    /// <summary>A film of one of the genres, numbered 1 to 8.</summary>
    public static TitleId Film(string genre, int number) => new($"{genre}-{number}");

    /// <summary>A valid film of one genre, for facts that change the catalogue.</summary>
    public static Title NewFilm(string id, string genre = "Drama", int maturityAge = 12) => new()
    {
        Id = new TitleId(id),
        Name = $"The {id}",
        Year = 2021,
        RuntimeMinutes = 100,
        MaturityAge = maturityAge,
        Genres = [genre],
        Tags = ["quiet"],
        People = [new Credit { Name = $"{genre} Director 1", Role = CreditRole.Director }],
        Countries = ["GB"],
        Languages = ["en"],
        Artworks = [new Artwork { Id = new ArtworkId("a1"), Features = ["warm", "face"] }],
        AddedAt = Now.AddDays(-1),
    };

    private static IEnumerable<Title> Films() =>
        from entry in Genres
        from number in Enumerable.Range(1, 8)
        select NewFilm($"{entry.Genre.ToLowerInvariant().Replace(' ', '-')}-{number}", entry.Genre, entry.MaturityAge) with
        {
            Name = $"{entry.Genre} {number}",
            Year = 1990 + (4 * number),
            Tags = [number % 2 == 0 ? "slow" : "fast", number <= 4 ? "city" : "country"],
            People =
            [
                new Credit { Name = $"{entry.Genre} Director {number % 3}", Role = CreditRole.Director },
                new Credit { Name = $"{entry.Genre} Actor {number % 4}", Role = CreditRole.Cast },
            ],
            Artworks =
            [
                new Artwork { Id = new ArtworkId("a1"), Features = ["warm", "face"] },
                new Artwork { Id = new ArtworkId("a2"), Features = ["cold", "landscape"] },
            ],
            Trailers = [new Trailer { Id = "t1", DurationSeconds = 90 }],
            AddedAt = Now.AddDays(-40 * number),
        };

    private static IEnumerable<Title> AllSeries() =>
        from number in Enumerable.Range(1, 2)
        select NewFilm($"series-{number}", number == 1 ? "Drama" : "Comedy", 6) with
        {
            Name = $"Series {number}",
            Kind = TitleKind.Series,
            RuntimeMinutes = 45,
            Episodes =
            [
                .. from season in Enumerable.Range(1, 2)
                   from episode in Enumerable.Range(1, 3)
                   select new Episode { Season = season, Number = episode, Name = $"Part {episode}", RuntimeMinutes = 45 },
            ],
        };

    private static IEnumerable<Title> Restricted() =>
    [
        NewFilm(GermanyOnly.Value) with { Availability = [new AvailabilityWindow { Country = "DE" }] },
        NewFilm(NotYet.Value) with { Availability = [new AvailabilityWindow { From = Now.AddYears(1) }] },
        NewFilm(NoLonger.Value) with { Availability = [new AvailabilityWindow { Until = Now.AddDays(-1) }] },
        NewFilm("everyone", "Family", 0) with { Availability = [new AvailabilityWindow { From = Now.AddYears(-1) }] },
    ];
}
