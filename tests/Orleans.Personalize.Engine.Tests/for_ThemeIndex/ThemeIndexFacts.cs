using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_ThemeIndex;

public sealed class ThemeIndexFacts
{
    private static readonly Catalog Titles = new(
    [
        new Title
        {
            Id = new TitleId("a"),
            Name = "A",
            Year = 1994,
            Genres = ["Drama", "Science Fiction"],
            People = [new Credit { Name = "Ann Actor" }],
        },
        null,
        new Title { Id = new TitleId("c"), Name = "C", Year = 1999, Genres = ["drama", "DRAMA "], Languages = ["German"] },
        new Title { Id = new TitleId("d"), Name = "D", Genres = ["Sci-Fi/Fantasy"], Tags = default },
    ], 1);

    private readonly ThemeIndex _index = new(Titles);

    [Fact]
    public void A_theme_is_found_by_kind_and_name_whatever_the_case()
    {
        Assert.True(_index.TryGet(ThemeId.Of(ThemeKind.Genre, "DRAMA"), out var drama));
        Assert.Equal((ThemeKind.Genre, "Drama", "genre:drama"), (drama.Kind, drama.Name, drama.Key));
        Assert.Equal([0, 2], drama.Titles.AsEnumerable());
        Assert.Same(drama, _index[drama.Index]);
    }

    [Fact]
    public void Kinds_are_kept_apart() => Assert.False(_index.TryGet(ThemeId.Of(ThemeKind.Tag, "Drama"), out _));

    [Fact]
    public void A_key_is_the_id_of_the_row_about_the_theme()
    {
        Assert.True(_index.TryGet(ThemeId.Of(ThemeKind.Genre, "Sci-Fi/Fantasy"), out var theme));
        Assert.Equal("genre:sci-fi-fantasy", theme.Key);
        Assert.True(RowId.TryParse(theme.Key, null, out _));
        Assert.Equal(theme.Id, ThemeId.OfKey(theme.Key));
    }

    [Fact]
    public void An_id_never_changes() => Assert.Equal(688768609466UL, ThemeId.Of(ThemeKind.Genre, "Drama").Value);

    [Fact]
    public void The_squares_of_a_titles_weights_add_up_to_one()
    {
        foreach (var title in new[] { 0, 2, 3 })
        {
            var squares = 0.0;
            foreach (var theme in _index.ThemesOf(title))
                squares += theme.Weight * theme.Weight;
            Assert.Equal(1, squares, 5);
        }
    }

    [Fact]
    public void A_rare_theme_weighs_more_than_a_common_one_of_its_kind()
    {
        var weights = _index.ThemesOf(0).ToArray().ToDictionary(theme => _index[theme.Theme].Key, theme => theme.Weight);
        Assert.True(weights["genre:science-fiction"] > weights["genre:drama"]);
        Assert.Equal(
            ["decade:1990s", "genre:drama", "genre:science-fiction", "person:ann-actor"],
            weights.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_hole_or_a_number_of_no_title_has_no_themes(int title) => Assert.True(_index.ThemesOf(title).IsEmpty);

    [Fact]
    public void A_catalogue_without_titles_has_no_themes() => Assert.Empty(new ThemeIndex(Catalog.Empty).Themes);
}
