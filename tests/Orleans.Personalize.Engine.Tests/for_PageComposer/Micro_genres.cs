using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Tests.for_PageComposer;

public sealed class Micro_genres
{
    // 48 crime titles: half of them dark, half of them from Scandinavia, half of them series; and as many others to choose from.
    private static readonly Title[] Titles =
    [
        .. Enumerable.Range(0, 96).Select(i => TestWorld.Film($"crime-{i}", "Crime") with
        {
            Kind = i % 8 < 4 ? TitleKind.Series : TitleKind.Film,
            Tags = [i % 2 == 0 ? "dark" : "witty", i % 3 == 0 ? "strong female lead" : "box set"],
            Countries = [i % 4 < 2 ? (i % 3) switch { 0 => "SE", 1 => "DK", _ => "NO" } : "US"],
            Year = 1980 + (i % 30),
        }),
        .. TestWorld.Films(40, "Drama", "Comedy"),
    ];

    private readonly TestWorld _world = new(Titles);

    [Fact]
    public void Join_mood_region_genre_and_kind_in_the_order_of_speech()
    {
        var heading = HeadingsFor(title => title.Tags.Contains("dark") && title.Countries[0] != "US" && title.Kind == TitleKind.Series);

        Assert.Contains(heading, text => text is "Dark Scandinavian crime series" or "Dark Scandinavian crime films and series");
    }

    [Fact]
    public void Say_traits_after_the_noun()
    {
        var headings = HeadingsFor(title => title.Tags.Contains("strong female lead"));

        Assert.Contains(headings, text => text.EndsWith(" with a strong female lead", StringComparison.Ordinal));
    }

    [Fact]
    public void Say_in_words_what_is_liked_of_them()
    {
        var reasons = RowsFor(title => title.Tags.Contains("strong female lead")).Select(row => row.Reason.Text).ToArray();

        Assert.Contains("Because you like stories with a strong female lead", reasons);
        Assert.DoesNotContain(reasons, text => text.StartsWith("More of what you like: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Name_no_tag_that_does_not_read_as_a_trait() =>
        Assert.DoesNotContain(HeadingsFor(title => title.Tags.Contains("box set")), text => text.Contains("box set", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Tell_a_decade_alone_first_only_to_whom_it_is_more_than_the_catalogue_has_of_it()
    {
        Assert.Contains("Crime films and series from the 1980s", HeadingsFor(title => title.Year is >= 1980 and < 1990 && title.Genres[0] == "Crime"));
        Assert.All(
            [_world.NewProfile(), _world.NewProfile().Thumbed(Thumb.TwoUp, "crime-0", "crime-5", "crime-11", "crime-16", "crime-22", "crime-27")],
            profile => Assert.DoesNotContain(" from the ", profile.Home().Rows.First(row => row.Kind == RowKind.MicroGenre).Title, StringComparison.Ordinal));
    }

    [Fact]
    public void Hold_what_their_headings_say()
    {
        foreach (var row in RowsFor(title => title.Id.Value.StartsWith("crime", StringComparison.Ordinal)))
        {
            var titles = row.Titles().Select(id => _world[id.Value]).ToArray();
            if (row.Title.StartsWith("Dark", StringComparison.Ordinal)) Assert.All(titles, title => Assert.Contains("dark", title.Tags));
            if (row.Title.Contains("Scandinavian", StringComparison.Ordinal)) Assert.All(titles, title => Assert.NotEqual("US", title.Countries[0]));
            if (row.Title.EndsWith(" series", StringComparison.Ordinal) && !row.Title.Contains("films", StringComparison.Ordinal))
                Assert.All(titles, title => Assert.Equal(TitleKind.Series, title.Kind));
        }
    }

    [Fact]
    public void Are_not_told_twice_on_a_page()
    {
        var rows = RowsFor(title => title.Tags.Contains("dark"));

        Assert.True(rows.Length > 1, $"{rows.Length} micro-genres");
        Assert.Equal(rows.Length, rows.Select(row => row.Title).Distinct().Count());
        Assert.All(rows, row => Assert.DoesNotContain(rows, other => other != row && other.Title.StartsWith(row.Title, StringComparison.Ordinal)));
    }

    private string[] HeadingsFor(Func<Title, bool> isLiked) => [.. RowsFor(isLiked).Select(row => row.Title)];

    private Row[] RowsFor(Func<Title, bool> isLiked)
    {
        var liked = Titles.Where(isLiked).Take(6).Select(title => title.Id.Value).ToArray();
        return [.. _world.NewProfile().Thumbed(Thumb.TwoUp, liked).Home().Rows.Where(row => row.Kind == RowKind.MicroGenre)];
    }
}
