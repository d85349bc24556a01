using System.Collections.Immutable;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.TestWorlds;

/// <summary>A catalogue with an engine over it, quickly made.</summary>
public sealed class TestWorld
{
    public TestWorld(
        IEnumerable<Title> titles, PageOptions? options = null, PersonalizationModel? model = null, EngineExtensions? extensions = null)
    {
        Catalog = new Catalog([.. titles], 1);
        Engine = new PersonalizationEngine(Catalog, model ?? PersonalizationModel.Untrained, options, extensions: extensions);
    }

    public static DateTimeOffset Now { get; } = new(2026, 5, 15, 20, 0, 0, TimeSpan.Zero);

    public Catalog Catalog { get; }

    public PersonalizationEngine Engine { get; }

    public TrendSnapshot Trend { get; set; } = TrendSnapshot.Empty;

    /// <summary>A world of so many films of each genre: <c>drama-1</c> and so on, by so many different directors.</summary>
    public static TestWorld Of(int perGenre, params string[] genres) => new(Films(perGenre, genres));

    public static IEnumerable<Title> Films(int perGenre, params string[] genres) =>
        from genre in genres
        from number in Enumerable.Range(1, perGenre)
        select Film($"{genre.ToLowerInvariant()}-{number}", genre) with
        {
            Tags = [number % 2 == 0 ? "witty" : "dark", $"topic {number % 7}"],
            People = [new Credit { Name = $"{genre} Director {number % 5}", Role = CreditRole.Director }],
            Year = 1970 + (number % 50),
        };

    public static Title Film(string id, params string[] genres) => new()
    {
        Id = new TitleId(id),
        Name = $"The {id}",
        Genres = [.. genres],
        RuntimeMinutes = 100,
        Artworks = [new Artwork { Id = new ArtworkId("a1") }],
    };

    public TestProfile NewProfile(string name = "Mara") => new(this, name);

    public Title this[string id] => Catalog.TryGet(new TitleId(id), out var title) ? title : throw new KeyNotFoundException(id);

    /// <summary>Everybody plays these now, the first most.</summary>
    public void LetTrend(params string[] ids)
    {
        var plays = new float[Catalog.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            Assert.True(Catalog.TryGetNumber(new TitleId(ids[i]), out var number));
            plays[number] = 10 * (ids.Length - i);
        }

        Trend = new TrendSnapshot(Now, ImmutableArray.Create(plays));
    }
}
