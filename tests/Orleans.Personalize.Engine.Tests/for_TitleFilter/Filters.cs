using FsCheck;
using FsCheck.Fluent;
using Orleans.Personalize.Engine.Filters;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_TitleFilter;

public sealed class Filters
{
    private static readonly Title Title = TestWorld.Film("alien", "Science Fiction", "Horror") with
    {
        Tags = ["gore", "space"],
        People = [new Credit { Name = "Sigourney Weaver" }],
        Countries = ["GB", "US"],
        Languages = ["en"],
        Year = 1979,
        RuntimeMinutes = 117,
        MaturityAge = 16,
    };

    [Theory]
    [InlineData("genre:\"Science Fiction\"", true)]
    [InlineData("genre:science-fiction", true)]
    [InlineData("GENRE:horror", true)]
    [InlineData("genre:hor", false)]
    [InlineData("tag in [gore, comedy]", true)]
    [InlineData("not tag:gore", false)]
    [InlineData("person:\"sigourney  weaver\"", true)]
    [InlineData("country:SE or language:en", true)]
    [InlineData("country:SE and language:en", false)]
    [InlineData("year>=1979 and year<1980 and runtime<=117 and maturity!=18", true)]
    [InlineData("year in [1978, 1980]", false)]
    [InlineData("kind:film and not kind:series", true)]
    [InlineData("id in [heat, alien]", true)]
    [InlineData("id:Alien", false)]
    [InlineData("genre:drama or genre:horror and tag:funny", false)]
    [InlineData("(genre:drama or genre:horror) and not (tag:funny or tag:sad)", true)]
    [InlineData("genre:\"Science Fiction\" and year>=1970 and not tag:sad and runtime<120 and (country:GB or language:da)", true)]
    public void Read_as_they_are_written(string filter, bool matches) => Assert.Equal(matches, TitleFilter.Parse(filter).Matches(Title));

    [Theory]
    [InlineData("year<1980")]
    [InlineData("year!=1980")]
    [InlineData("runtime>0")]
    public void Find_nothing_by_a_number_that_is_not_known(string filter) =>
        Assert.False(TitleFilter.Parse(filter).Matches(Title with { Year = null, RuntimeMinutes = null }));

    [Theory]
    [InlineData("", "column 1: a field, 'not' or '(' is expected here, not the end")]
    [InlineData("colour:red", "column 1: 'colour' is no field; known are genre, tag, person, country, language, kind, id, year, maturity, runtime")]
    [InlineData("genre", "column 6: ':' or 'in' after 'genre' is expected here, not the end")]
    [InlineData("genre=drama", "column 6: ':' or 'in' after 'genre' is expected here, not '='")]
    [InlineData("genre:", "column 7: a name is expected here, not the end")]
    [InlineData("genre:\" \"", "column 7: the name is empty")]
    [InlineData("genre:\"drama", "column 7: the quotation mark is not closed")]
    [InlineData("year>=soon", "column 7: a number from 0 to 1,000,000 is expected here, not 'soon'")]
    [InlineData("year>=-5", "column 7: a number from 0 to 1,000,000 is expected here, not '-5'")]
    [InlineData("year~5", "column 1: 'year~5' is no field")]
    [InlineData("kind:book", "column 6: a kind is 'film' or 'series', not 'book'")]
    [InlineData("(genre:drama", "column 13: ')' is expected here, not the end")]
    [InlineData("genre:drama)", "column 12: 'and', 'or' or the end is expected here, not ')'")]
    [InlineData("genre:drama tag:gore", "column 13: 'and', 'or' or the end is expected here, not 'tag'")]
    [InlineData("!tag:gore", "column 1: '!' means nothing by itself")]
    [InlineData("tag in gore", "column 8: '[' is expected here, not 'gore'")]
    [InlineData("tag in []", "column 9: a name is expected here, not ']'")]
    [InlineData("tag in [gore,]", "column 14: a name is expected here, not ']'")]
    public void That_are_wrong_say_where_and_why(string filter, string reason)
    {
        var error = Assert.Throws<InvalidRequestException>(() => TitleFilter.Parse(filter));

        Assert.Equal("filter", error.Field);
        Assert.StartsWith(reason, error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_bounded_in_length_depth_and_number_of_tests()
    {
        Assert.Contains("2000", Refused(new string(' ', 2001)), StringComparison.Ordinal);
        Assert.Contains("column 17", Refused(new string('(', 17) + "year<5" + new string(')', 17)), StringComparison.Ordinal);
        Assert.Contains("column 65", Refused(string.Concat(Enumerable.Repeat("not ", 17)) + "year<5"), StringComparison.Ordinal);
        Assert.Contains("64 tests", Refused(string.Join(" or ", Enumerable.Repeat("year<5", 65))), StringComparison.Ordinal);
        TitleFilter.Parse(string.Join(" or ", Enumerable.Repeat("(year<5)", 64)));
    }

    [Fact]
    public void Print_as_what_they_are() => Assert.Equal(
        "genre:\"Sci \\\"Fi\\\"\" and not (tag:\"a\" or year in [1990, 1991]) and runtime<90.5",
        TitleFilter.Parse("genre:\"Sci \\\"Fi\\\"\"  AND not (tag:a or year IN [1990,1991]) and (runtime<90.5)").ToString());

    [Fact]
    public void Read_back_as_the_same_filter() => Check(seed =>
    {
        var (filter, world) = (new RandomFilter(seed), new RandomWorld(seed));
        var read = TitleFilter.Parse(filter.Text);
        var again = TitleFilter.Parse(read.ToString());
        return again.ToString() == read.ToString() && Titles(world).All(title => again.Matches(title) == read.Matches(title));
    });

    [Fact]
    public void Let_through_exactly_what_they_say() => Check(seed =>
    {
        var (filter, world) = (new RandomFilter(seed), new RandomWorld(seed));
        var read = TitleFilter.Parse(filter.Text);
        var wanted = world.Profile.Recommended(500).Cards.Select(card => card.Title).Where(id => filter.Matches(world.World[id.Value])).ToHashSet();
        var got = world.Profile.Recommended(500, selection: new TitleSelection { Filter = filter.Text }).Cards.Select(card => card.Title);
        return wanted.SetEquals(got) && Titles(world).All(title => read.Matches(title) == filter.Matches(title));
    });

    private static IEnumerable<Title> Titles(RandomWorld world) =>
        Enumerable.Range(0, world.World.Catalog.Count).Select(number => world.World.Catalog[number]).OfType<Title>();

    private static string? Refused(string filter) => Assert.Throws<InvalidRequestException>(() => TitleFilter.Parse(filter)).Reason;

    private static void Check(Func<int, bool> holds) =>
        Prop.ForAll(holds).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20260515, 1).WithEndSize(100_000));
}
