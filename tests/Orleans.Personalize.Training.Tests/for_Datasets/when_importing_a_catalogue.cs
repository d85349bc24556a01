using System.Text;
using Orleans.Personalize.Titles;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Tests.for_Datasets;

public sealed class when_importing_a_catalogue : IDisposable
{
    private const string NetflixHeader = "show_id,type,title,director,cast,country,date_added,release_year,rating,duration,listed_in,description\n";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_Netflix_film_is_read_whole()
    {
        _folder.Write("netflix_titles.csv", NetflixHeader + "s1,Movie,\"Nine, Ten\",\"A. One, B. Two\",\"C. Three, D. Four\",\"France, Algeria\",\"September 5, 2021\",2020,PG-13,90 min,\"Dramas, Independent Movies\",\"A \"\"short\"\" text.\"\n");

        var imported = DatasetImporter.Import(_folder.Path, strict: true);
        var title = Assert.Single(imported.Titles);

        Assert.Equal(DatasetFormats.NetflixTitles, imported.Format);
        Assert.Equal(("s1", "Nine, Ten", TitleKind.Film, 2020, 13, 90.0), (title.Id.Value, title.Name, title.Kind, title.Year, title.MaturityAge, title.RuntimeMinutes));
        Assert.Equal(["Dramas", "Independent Movies"], title.Genres.AsEnumerable());
        Assert.Equal(["France", "Algeria"], title.Countries.AsEnumerable());
        Assert.Equal([CreditRole.Director, CreditRole.Director, CreditRole.Cast, CreditRole.Cast], title.People.Select(person => person.Role));
        Assert.Equal(new DateTimeOffset(2021, 9, 5, 0, 0, 0, TimeSpan.Zero), title.AddedAt);
        Assert.Equal("A \"short\" text.", title.Synopsis);
    }

    [Fact]
    public void A_Netflix_series_keeps_its_number_of_seasons()
    {
        _folder.Write("netflix_titles.csv", NetflixHeader + "s2,TV Show,Ganglands,,,,,2021,TV-MA,2 Seasons,Crime TV Shows,Text\n");

        var title = Assert.Single(DatasetImporter.Import(_folder.Path, strict: true).Titles);

        Assert.Equal((TitleKind.Series, 17, null), (title.Kind, title.MaturityAge, title.RuntimeMinutes));
        Assert.Equal(["2 seasons"], title.Tags.AsEnumerable());
        Assert.Empty(title.People);
        Assert.Null(title.AddedAt);
    }

    [Theory]
    [InlineData("TV-Y", 0)]
    [InlineData("TV-Y7-FV", 7)]
    [InlineData("PG", 8)]
    [InlineData("TV-PG", 10)]
    [InlineData("TV-14", 14)]
    [InlineData("R", 17)]
    [InlineData("NC-17", 18)]
    [InlineData("NR", 18)]
    [InlineData("", 18)]
    public void Maturity_ratings_become_ages(string rating, int age)
    {
        _folder.Write("netflix_titles.csv", NetflixHeader + $"s2,Movie,Name,,,,,2021,{rating},90 min,Dramas,Text\n");

        Assert.Equal(age, Assert.Single(DatasetImporter.Import(_folder.Path, strict: true).Titles).MaturityAge);
    }

    [Theory]
    [InlineData("s2,Play,Name,,,,,2021,R,90 min,Dramas,Text", "type")]
    [InlineData("s2,Movie,Name,,,,,soon,R,90 min,Dramas,Text", "release_year")]
    [InlineData("s2,Movie,Name,,,,,2021,XXL,90 min,Dramas,Text", "rating")]
    [InlineData("s2,Movie,Name,,,,,2021,R,long,Dramas,Text", "duration")]
    [InlineData("s2,Movie,Name,,,,1/2/21,2021,R,90 min,Dramas,Text", "date_added")]
    [InlineData("s2,Movie,Name,,,,2021,R,90 min,Dramas,Text", "12 columns expected, 11 found")]
    [InlineData(",Movie,Name,,,,,2021,R,90 min,Dramas,Text", "show_id")]
    public void A_broken_Netflix_row_is_reported_and_the_next_one_read(string row, string reason)
    {
        _folder.Write("netflix_titles.csv", NetflixHeader + row + "\ns3,Movie,Other,,,,,2021,R,90 min,Dramas,Text\n");

        var imported = DatasetImporter.Import(_folder.Path);

        Assert.Equal("s3", Assert.Single(imported.Titles).Id.Value);
        var issue = Assert.Single(imported.Issues);
        Assert.Equal(2, issue.Line);
        Assert.Contains(reason, issue.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Wikipedia_films_are_named_after_their_article_and_told_apart_by_year()
    {
        _folder.Write("movies-1920s.json", """
            [
              {"title": "Face/Off", "year": 1920, "cast": ["A", " A ", "B"], "genres": ["Drama"], "href": "Face/Off", "extract": "One.", "thumbnail": "https://example.org/a.jpg", "thumbnail_width": 200, "thumbnail_height": 300},
              {"title": "Face/Off", "year": 1925, "cast": [], "genres": [], "href": "Face/Off"},
              {"title": "No Article", "year": 1921, "cast": [], "genres": [], "href": null}
            ]
            """, Encoding.UTF8);

        var imported = DatasetImporter.Import(_folder.Path, strict: true);

        Assert.Equal(["Face_Off", "Face_Off-1925", "No_Article-1921"], imported.Titles.Select(title => title.Id.Value));
        Assert.Equal(["A", "B"], imported.Titles[0].People.Select(person => person.Name));
        Assert.Equal(0.667, Assert.Single(imported.Titles[0].Artworks).AspectRatio);
    }

    [Fact]
    public void A_broken_Wikipedia_film_is_reported_with_its_line_and_the_rest_is_read()
    {
        _folder
            .Write("movies-1920s.json", "[\n{\"title\": \"One\", \"year\": 1920},\n{\"title\": \"Two\", \"year\": \"soon\"},\n{\"year\": 1920},\n{\"title\": \"One\", \"year\": 1920},\n{\"title\": \"Four\", \"year\": 1920},\n{\"title\": oops")
            .Write("movies-1930s.json", "[{\"title\": \"Five\", \"year\": 1930}]")
            .Write("movies-1940s.json", "{}")
            .Write("movies-1950s.json", string.Empty);

        var imported = DatasetImporter.Import(_folder.Path);

        Assert.Equal(["One", "Four", "Five"], imported.Titles.Select(title => title.Name));
        Assert.Equal(
            [("movies-1920s.json", 3L), ("movies-1920s.json", 4), ("movies-1920s.json", 5), ("movies-1920s.json", 7), ("movies-1940s.json", 1), ("movies-1950s.json", 1)],
            imported.Issues.Select(issue => (issue.File, issue.Line)));
        Assert.Equal("year: has a value of the wrong kind", imported.Issues[0].Reason);
    }
}
