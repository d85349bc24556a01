using Orleans.Personalize.Engine.Filters;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_EngineExtensions;

public sealed class Extensions_that_go_wrong
{
    private static readonly Reason Why = new() { Kind = ReasonKind.Editorial, Text = "Because" };

    [Theory]
    [InlineData("")]
    [InlineData("fatigue")]
    [InlineData("itemItem")]
    public void A_part_of_the_score_needs_a_name_that_no_other_has(string name) =>
        Assert.Throws<ArgumentException>(() => WorldWith(extensions => extensions.Scores.Add(new Part(name, _ => 0))));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(-1e9f)]
    public void Numbers_that_are_none_or_beyond_all_measure_count_as_nothing(float value)
    {
        var plain = TestWorld.Of(10, "Drama", "Comedy").NewProfile().Completed("drama-1", "drama-2");
        var world = WorldWith(extensions => extensions.Scores.Add(new Part("odd", _ => value)));

        var titles = world.NewProfile().Completed("drama-1", "drama-2").Recommended().Cards.Select(card => card.Title);

        Assert.Equal(plain.Recommended().Cards.Select(card => card.Title), titles);
    }

    [Fact]
    public void Titles_that_are_none_and_titles_named_twice_are_left_out_of_a_row()
    {
        var world = WorldWith(extensions => extensions.Rows.Add(new Rows(
            new RowCandidate { Id = new RowId("odd"), Heading = "Odd", Reason = Why, Titles = new[] { -1, 0, 3, 3, 10_000, 5, 7, 9 }, IsOrdered = true, IsAnchored = true, Weight = 9 })));

        var row = Assert.Single(world.NewProfile().Home().Rows, row => row.Id == new RowId("odd"));

        Assert.Equal(new[] { 0, 3, 5, 7, 9 }.Select(number => world.Catalog[number]!.Id), row.Cards.Select(card => card.Title));
    }

    [Fact]
    public void A_row_with_the_id_of_a_built_in_row_does_not_replace_it()
    {
        var world = WorldWith(extensions => extensions.Rows.Add(new Rows(
            new RowCandidate { Id = new RowId("top-picks"), Heading = "Mine", Reason = Why, Titles = new[] { 0, 1, 2, 3, 4, 5 }, IsAnchored = true })));

        Assert.DoesNotContain(world.NewProfile().Home().Rows, row => row.Title == "Mine");
    }

    [Theory]
    [InlineData("", "Heading", 1)]
    [InlineData("a/b", "Heading", 1)]
    [InlineData("id", " ", 1)]
    [InlineData("id", "Heading", 0)]
    [InlineData("id", "Heading", double.NaN)]
    public void A_row_without_id_heading_or_weight_is_refused_by_the_name_of_its_source(string id, string heading, double weight)
    {
        var world = WorldWith(extensions => extensions.Rows.Add(new Rows(
            new RowCandidate { Id = new RowId(id), Heading = heading, Reason = Why, Titles = new[] { 0 }, Weight = weight })));

        var error = Assert.Throws<InvalidOperationException>(() => world.NewProfile().Home());

        Assert.Contains(nameof(Rows), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_that_throws_fails_the_answer_and_shows_nothing()
    {
        var world = WorldWith(extensions => extensions.Filters.Add(new Broken()));

        Assert.Throws<NotSupportedException>(() => world.NewProfile().Home());
        Assert.Throws<NotSupportedException>(() => world.NewProfile().PageOf("drama-1"));
    }

    private static TestWorld WorldWith(Action<EngineExtensions> add)
    {
        var extensions = new EngineExtensions();
        add(extensions);
        return new TestWorld(TestWorld.Films(10, "Drama", "Comedy"), extensions: extensions);
    }

    private sealed class Part(string name, Func<int, float> score) : IScoreSource
    {
        public string Name => name;

        public void Score(PageView page, Span<float> scores)
        {
            for (var title = 0; title < scores.Length; title++)
                scores[title] = score(title);
        }
    }

    private sealed class Rows(RowCandidate row) : IRowSource
    {
        public void Propose(PageView page, ICollection<RowCandidate> into) => into.Add(row);
    }

    private sealed class Broken : ITitleFilter
    {
        public bool Allows(Title title, in Viewer viewer) => throw new NotSupportedException();
    }
}
