using Orleans.Personalize.Search;
using Orleans.Personalize.Titles;
using static Orleans.Personalize.TextSearch.Tests.SearchWorld;

namespace Orleans.Personalize.TextSearch.Tests.for_searches;

public sealed class What_is_typed : IDisposable
{
    private readonly SearchWorld _world = new(
        Film("The Matrix", "Science Fiction") with { People = [new Credit { Name = "Keanu Reeves" }, new Credit { Name = "Lana Wachowski", Role = CreditRole.Director }] },
        Film("Spider-Man", "Action"),
        Film("Wonder Woman", "Action"),
        Film("Amélie", "Romance") with { OriginalName = "Le fabuleux destin d'Amélie Poulain" },
        Film("Straße der Wölfe", "Drama"),
        Film("Ocean's Eleven", "Crime") with { AlternativeNames = ["Frankie und seine Spießgesellen"] },
        Film("Rocky II", "Sport"),
        Film("L’Été meurtrier", "Mystery") with { Countries = ["FR"], Year = 1983 },
        Film("Rosemary's Baby", "Horror"),
        Film("S.W.A.T.", "Action"),
        Film("Сталкер", "Drama"),
        Film("Ζορμπάς", "Drama"),
        Film("기생충", "Drama"),
        Film("千と千尋の神隠し", "Animation"),
        Film("となりのトトロ", "Animation"),
        Film("واجدة", "Drama"),
        Film("ואלס עם באשיר", "Drama"),
        Film("İklimler", "Drama"),
        Film("Fast & Furious", "Action"),
        Film("Ærø", "Drama"),
        Film("Cold Harbour", "Crime") with { Synopsis = "A lighthouse keeper finds a drowned smuggler's ledger.", Tags = ["slow burn"], Year = 1987 });

    [Theory]
    [InlineData("matrix", "The Matrix")]
    [InlineData("the mat", "The Matrix")]
    [InlineData("MATRIX the", "The Matrix")]
    [InlineData("matrxi", "The Matrix")]
    [InlineData("amtrix", "The Matrix")]
    [InlineData("reeves", "The Matrix")]
    [InlineData("keanu matrix", "The Matrix")]
    [InlineData("kenau reves", "The Matrix")]
    [InlineData("wachow", "The Matrix")]
    [InlineData("spiderman", "Spider-Man")]
    [InlineData("spider man", "Spider-Man")]
    [InlineData("spidermann", "Spider-Man")]
    [InlineData("wonderwoman", "Wonder Woman")]
    [InlineData("won wom", "Wonder Woman")]
    [InlineData("amelie", "Amélie")]
    [InlineData("AMÉLIE", "Amélie")]
    [InlineData("fabuleux destin", "Amélie")]
    [InlineData("destin damelie", "Amélie")]
    [InlineData("strasse", "Straße der Wölfe")]
    [InlineData("straße", "Straße der Wölfe")]
    [InlineData("woelfe", "Straße der Wölfe")]
    [InlineData("wolfe", "Straße der Wölfe")]
    [InlineData("oceans", "Ocean's Eleven")]
    [InlineData("ocean’s 11", "Ocean's Eleven")]
    [InlineData("spiessgesellen", "Ocean's Eleven")]
    [InlineData("été", "L’Été meurtrier")]
    [InlineData("l été", "L’Été meurtrier")]
    [InlineData("l'ete meurt", "L’Été meurtrier")]
    [InlineData("ete meurtrier", "L’Été meurtrier")]
    [InlineData("rosemary baby", "Rosemary's Baby")]
    [InlineData("ocean eleven", "Ocean's Eleven")]
    [InlineData("rocky 2", "Rocky II")]
    [InlineData("rocky two", "Rocky II")]
    [InlineData("swat", "S.W.A.T.")]
    [InlineData("сталк", "Сталкер")]
    [InlineData("stalker", "Сталкер")]
    [InlineData("zorm", "Ζορμπάς")]
    [InlineData("ζορμπας", "Ζορμπάς")]
    [InlineData("ΖΟΡΜΠΑΣ", "Ζορμπάς")]
    [InlineData("기생", "기생충")]
    [InlineData("기새", "기생충")]
    [InlineData("ㄱ", "기생충")]
    [InlineData("gisaeng", "기생충")]
    [InlineData("千尋", "千と千尋の神隠し")]
    [InlineData("神隠", "千と千尋の神隠し")]
    [InlineData("ととろ", "となりのトトロ")]
    [InlineData("ﾄﾄﾛ", "となりのトトロ")]
    [InlineData("totoro", "となりのトトロ")]
    [InlineData("واجده", "واجدة")]
    [InlineData("באשיר", "ואלס עם באשיר")]
    [InlineData("iklimler", "İklimler")]
    [InlineData("IKLIMLER", "İklimler")]
    [InlineData("ıklimler", "İklimler")]
    [InlineData("fast and fur", "Fast & Furious")]
    [InlineData("aero", "Ærø")]
    [InlineData("Ｍａｔｒｉｘ", "The Matrix")]
    [InlineData("lighthouse keeper", "Cold Harbour")]
    [InlineData("slow burn crime", "Cold Harbour")]
    [InlineData("cold 1987", "Cold Harbour")]
    [InlineData("  ...cold!!! ", "Cold Harbour")]
    [InlineData("\"cold harbour\"", "Cold Harbour")]
    [InlineData("harbour cold", "Cold Harbour")]
    public void Finds_the_title_that_is_meant(string query, string title) => Assert.Equal(title, _world.Names(query).FirstOrDefault());

    [Theory]
    [InlineData("\"harbour cold\"")]
    [InlineData("\"matrxi\"")]
    [InlineData("\"mat\"")]
    [InlineData("xqzwv")]
    [InlineData("!!!")]
    [InlineData("\"")]
    [InlineData("a OR b AND NOT")]
    [InlineData("names : x* ^ ( ) { } NEAR(")]
    [InlineData("\ud800\udc00\ud800 🎬")]
    public void Finds_nothing_where_there_is_nothing(string query)
    {
        var results = _world.Search(query);
        Assert.NotEqual(SearchOutcome.Found, results.Outcome);
        Assert.Equal(query, results.Query);
    }

    [Theory]
    [InlineData("猫の恩返し", SearchOutcome.Nothing)]
    [InlineData("神々の恩返し", SearchOutcome.Related)]
    public void A_name_that_nobody_knows_leads_to_titles_with_its_words_and_not_with_its_sounds(string query, SearchOutcome outcome) =>
        Assert.Equal(outcome, _world.Search(query).Outcome);

    [Theory]
    [InlineData("mysteries", "L’Été meurtrier", "Genre: Mystery")]
    [InlineData("french films", "L’Été meurtrier", "French")]
    [InlineData("frecnh movie", "L’Été meurtrier", "French")]
    [InlineData("french mysteries", "L’Été meurtrier", "Genre: Mystery")]
    [InlineData("80s mysteries", "L’Été meurtrier", "Genre: Mystery")]
    [InlineData("horror movies", "Rosemary's Baby", "Genre: Horror")]
    [InlineData("matrix movie", "The Matrix", "Title")]
    [InlineData("scifi", "The Matrix", "Genre: Science Fiction")]
    [InlineData("cartoons", "となりのトトロ", "Genre: Animation")]
    public void Everyday_words_find_what_the_catalogue_says_otherwise(string query, string title, string reason)
    {
        var found = _world.Search(query);
        Assert.Equal(SearchOutcome.Found, found.Outcome);
        Assert.Equal(reason, Assert.Single(found.Cards, card => card.Name == title).Reason.Text);
    }

    [Fact]
    public void Shows_are_series_and_movies_are_films()
    {
        var series = Film("Harbour", "Drama") with { Kind = TitleKind.Series, Countries = ["SE"] };
        using var world = new SearchWorld(series, Film("Boats", "Drama"), Film("Lace", "Romance", "Comedy"));
        Assert.Equal(["Harbour"], world.Names("tv shows"));
        Assert.Equal(["Boats", "Lace"], world.Names("movies").Order(StringComparer.Ordinal));
        Assert.Equal(["Harbour"], world.Names("scandinavian series"));
        Assert.Equal(["Lace"], world.Names("romcom"));
        Assert.Equal("Series", Assert.Single(world.Search("shows").Cards).Reason.Text);
    }

    [Fact]
    public void Any_prefix_of_a_name_finds_it()
    {
        for (var length = 1; length <= "the matrix".Length; length++) Assert.Contains("The Matrix", _world.Names("the matrix"[..length]));
    }

    [Fact]
    public void Two_hundred_characters_are_read_and_one_more_is_refused()
    {
        Assert.NotNull(_world.Search(string.Concat(Enumerable.Repeat("ab ", 66)) + "ab"));
        Assert.Equal("query", Assert.Throws<InvalidRequestException>(() => _world.Search(new string('x', 201))).Field);
        Assert.Equal("query", Assert.Throws<InvalidRequestException>(() => _world.Search("  ")).Field);
        Assert.Equal("count", Assert.Throws<InvalidRequestException>(() => _world.Search("x", count: 101)).Field);
    }

    public void Dispose() => _world.Dispose();
}
