using System.Xml.Linq;
using Orleans.Personalize.Demo.Posters;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo.Tests;

public class for_PosterArtist
{
    private static readonly DemoWorld World =
        DemoWorld.Create(new DemoOptions { Titles = 300, Households = 0 }, seed: 7, new DateTimeOffset(2026, 6, 14, 20, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Every_poster_is_well_formed_svg_that_needs_nothing_from_elsewhere()
    {
        Assert.All(Posters(), poster =>
        {
            var root = XDocument.Parse(poster.Svg).Root!;
            Assert.Equal("svg", root.Name.LocalName);
            Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName is "script" or "image" or "style" or "foreignObject");
            Assert.DoesNotContain("NaN", poster.Svg, StringComparison.Ordinal);
            Assert.DoesNotContain("http", poster.Svg.Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Posters_are_small() => Assert.All(Posters(), poster => Assert.InRange(poster.Svg.Length, 1000, 6 * 1024));

    [Fact]
    public void No_two_artworks_of_a_title_look_the_same() =>
        Assert.All(World.Titles, title => Assert.Equal(
            title.Artworks.Length, title.Artworks.Select(artwork => PosterArtist.Draw(title, artwork.Id)).Distinct(StringComparer.Ordinal).Count()));

    [Fact]
    public void The_same_artwork_is_drawn_the_same_each_time() =>
        Assert.All(World.Titles.Take(50), title => Assert.Equal(PosterArtist.Draw(title, title.Artworks[0].Id), PosterArtist.Draw(title, title.Artworks[0].Id)));

    [Fact]
    public void A_name_with_markup_is_shown_and_not_obeyed()
    {
        var title = new Title { Id = new("x"), Name = "<script>alert(1)</script> & \"Friends\" 'R' Us" };

        var root = XDocument.Parse(PosterArtist.Draw(title, new ArtworkId("any"))).Root!;

        Assert.Equal(title.Name, root.Elements().First(element => element.Name.LocalName == "title").Value);
        Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName == "script");
    }

    [Theory]
    [InlineData("A")]
    [InlineData("An Extraordinarily Long Name for a Film That Nobody Will Ever Be Able to Remember or to Say in One Breath, Part Two: The Return")]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitän")]
    [InlineData("千と千尋の神隠し")]
    public void Names_of_any_length_stay_within_the_poster(string name)
    {
        var title = new Title { Id = new("x"), Name = name };

        var root = XDocument.Parse(PosterArtist.Draw(title, new ArtworkId("any"))).Root!;

        var lines = root.Descendants().Where(element => element.Attribute("textLength") is not null).ToArray();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.InRange((int)line.Attribute("textLength")!, 1, PosterArtist.Width));
        Assert.Equal(name.ToUpperInvariant(), string.Join(' ', lines.Select(line => line.Value.ToUpperInvariant())));
    }

    [Fact]
    public void A_title_from_elsewhere_gets_a_poster_too() =>
        Assert.NotNull(XDocument.Parse(PosterArtist.Draw(new Title { Id = new("1"), Name = "Toy Story" }, new ArtworkId("poster"))).Root);

    private static IEnumerable<(string Id, string Svg)> Posters() =>
        World.Titles.SelectMany(title => title.Artworks.Select(artwork => ($"{title.Id}/{artwork.Id}", PosterArtist.Draw(title, artwork.Id))));
}
