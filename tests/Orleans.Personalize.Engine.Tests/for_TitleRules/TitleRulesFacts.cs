using Orleans.Personalize.Engine.Tests.Worlds;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_TitleRules;

public sealed class TitleRulesFacts
{
    private static readonly Title Good = new() { Id = new TitleId("t"), Name = "Title" };
    private static readonly Artwork Picture = new() { Id = new ArtworkId("a") };

    public static TheoryData<string, Title> WrongTitles { get; } = new()
    {
        { "id", Good with { Id = default } },
        { "name", Good with { Name = " " } },
        { "name", Good with { Name = null! } },
        { "name", Good with { Name = new string('n', 501) } },
        { "kind", Good with { Kind = (TitleKind)5 } },
        { "originalName", Good with { OriginalName = new string('n', 501) } },
        { "year", Good with { Year = 1869 } },
        { "year", Good with { Year = 2201 } },
        { "runtimeMinutes", Good with { RuntimeMinutes = 0 } },
        { "runtimeMinutes", Good with { RuntimeMinutes = double.NaN } },
        { "maturityAge", Good with { MaturityAge = 22 } },
        { "maturityAge", Good with { MaturityAge = -1 } },
        { "synopsis", Good with { Synopsis = new string('s', 10_001) } },
        { "genres", Good with { Genres = default } },
        { "genres", Good with { Genres = [.. Enumerable.Range(0, 51).Select(genre => $"g{genre}")] } },
        { "genres[1]", Good with { Genres = ["Drama", ""] } },
        { "tags[0]", Good with { Tags = [new string('t', 201)] } },
        { "tags", Good with { Tags = default } },
        { "people", Good with { People = default } },
        { "people[0]", Good with { People = [null!] } },
        { "people[0].name", Good with { People = [new Credit { Name = "" }] } },
        { "people[0].role", Good with { People = [new Credit { Name = "A", Role = (CreditRole)9 }] } },
        { "countries", Good with { Countries = default } },
        { "languages", Good with { Languages = default } },
        { "episodes", Good with { Episodes = default } },
        { "episodes[0].season", Good with { Episodes = [new Episode { Season = 0, Number = 1 }] } },
        { "episodes[0].runtimeMinutes", Good with { Episodes = [new Episode { Season = 1, Number = 1, RuntimeMinutes = -1 }] } },
        { "episodes[1]", Good with { Episodes = [new Episode { Season = 1, Number = 1 }, new Episode { Season = 1, Number = 1 }] } },
        { "artworks", Good with { Artworks = default } },
        { "artworks[0].id", Good with { Artworks = [Picture with { Id = default }] } },
        { "artworks[1]", Good with { Artworks = [Picture, Picture] } },
        { "artworks[0].features", Good with { Artworks = [Picture with { Features = default }] } },
        { "artworks[0].aspectRatio", Good with { Artworks = [Picture with { AspectRatio = double.PositiveInfinity }] } },
        { "trailers", Good with { Trailers = default } },
        { "trailers[0].id", Good with { Trailers = [new Trailer { Id = "" }] } },
        { "trailers[1]", Good with { Trailers = [new Trailer { Id = "x" }, new Trailer { Id = "x" }] } },
        { "trailers[0].durationSeconds", Good with { Trailers = [new Trailer { Id = "x", DurationSeconds = -1 }] } },
        { "availability", Good with { Availability = default } },
        { "availability[0].country", Good with { Availability = [new AvailabilityWindow { Country = "Germany" }] } },
        { "availability[0].until", Good with { Availability = [new AvailabilityWindow { From = SmallWorld.Start, Until = SmallWorld.Start }] } },
    };

    [Theory]
    [MemberData(nameof(WrongTitles), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_is_named_by_its_property(string field, Title wrong)
    {
        var problem = TitleRules.Check(wrong);
        Assert.Equal(field, problem?.Field);
        Assert.NotEmpty(problem!.Reason);
    }

    [Fact]
    public void Good_titles_have_no_problem()
    {
        var storm = Storms.CatalogOf(0, 50);
        Assert.Null(TitleRules.Check(Good));
        Assert.All(Enumerable.Range(0, 50), number => Assert.Null(TitleRules.Check(storm[number]!)));
        Assert.All([SmallWorld.Horror, SmallWorld.Series], number => Assert.Null(TitleRules.Check(SmallWorld.Catalog[number]!)));
    }
}
