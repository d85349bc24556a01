using System.Text;
using Orleans.Personalize.Events;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Tests.for_Datasets;

public sealed class when_importing_MovieLens : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Toy Story (1995)", "Toy Story", null, 1995)]
    [InlineData("Matrix, The (1999)", "The Matrix", null, 1999)]
    [InlineData("Beautiful Mind, A (2001)", "A Beautiful Mind", null, 2001)]
    [InlineData("Avventura, L' (Adventure, The) (1960)", "L'Avventura", "The Adventure", 1960)]
    [InlineData("City of Lost Children, The (Cité des enfants perdus, La) (1995)", "The City of Lost Children", "La Cité des enfants perdus", 1995)]
    [InlineData("Indian Summer (a.k.a. Alive & Kicking) (1996)", "Indian Summer", "Alive & Kicking", 1996)]
    [InlineData("(500) Days of Summer (2009)", "(500) Days of Summer", null, 2009)]
    [InlineData("Birdman: Or (The Unexpected Virtue of Ignorance) (2014)", "Birdman: Or (The Unexpected Virtue of Ignorance)", null, 2014)]
    [InlineData("Death Note: Desu nôto (2006–2007)", "Death Note: Desu nôto", null, 2006)]
    [InlineData("1984 (1956)", "1984", null, 1956)]
    [InlineData("Babylon 5", "Babylon 5", null, null)]
    [InlineData("Good, the Bad and the Ugly, The (1966)", "The Good, the Bad and the Ugly", null, 1966)]
    public void Names_are_taken_apart(string text, string name, string? original, int? year)
    {
        _folder.Write("movies.dat", $"1::{text}::Drama\n").Write("ratings.dat", string.Empty);

        var title = Assert.Single(Import().Titles);

        Assert.Equal((name, original, year), (title.Name, title.OriginalName, title.Year));
    }

    [Fact]
    public void Latin_1_files_are_read_as_such()
    {
        _folder.Write("movies.dat", "73::Misérables, Les (1995)::Drama|Musical\n", Encoding.Latin1).Write("ratings.dat", string.Empty);

        var title = Assert.Single(Import().Titles);

        Assert.Equal("Les Misérables", title.Name);
        Assert.Equal(["Drama", "Musical"], title.Genres.AsEnumerable());
    }

    [Fact]
    public void A_rating_becomes_an_event_whose_id_is_the_same_each_time()
    {
        _folder.Write("movies.dat", "1::Toy Story (1995)::Comedy\r\n").Write("ratings.dat", "7::1::4::978300019\r\n\r\n8::1::5::978300055\r\n");

        var first = Import(strict: true);
        var second = Import(strict: true);

        Assert.Equal(first.Events.AsEnumerable(), second.Events);
        Assert.Equal(["7", "8"], first.Profiles.Select(profile => profile.Id.Value));
        var rated = Assert.IsType<TitleRated>(first.Events[1]);
        Assert.Equal($"{Path.GetFileName(_folder.Path)}:3", rated.Id.Value);
        Assert.Equal(5, rated.Stars);
        Assert.Equal(new DateTimeOffset(2000, 12, 31, 22, 0, 55, TimeSpan.Zero), rated.Time);
    }

    [Fact]
    public void Broken_lines_are_reported_with_file_line_and_reason_and_the_rest_is_imported()
    {
        _folder
            .Write("movies.dat", "1::Toy Story (1995)::Comedy\n2::Jumanji (1995)\n1::Toy Story again (1995)::Comedy\n::No id (1990)::Drama\n3::Heat (1995)::Crime\n")
            .Write("ratings.dat", "1::1::4::978300019\n1::3::nine::978300020\n1::3::9::978300020\n1::99::4::978300021\n1::3\n1::3::4::yesterday\n1::3::3::978300022::extra\n2::3::3::978300023\n");

        var imported = Import();

        Assert.Equal(["1", "3"], imported.Titles.Select(title => title.Id.Value));
        Assert.Equal(2, imported.Events.Length);
        Assert.Equal(
            [("movies.dat", 2L), ("movies.dat", 3), ("movies.dat", 4), ("ratings.dat", 2), ("ratings.dat", 3), ("ratings.dat", 4), ("ratings.dat", 5), ("ratings.dat", 6), ("ratings.dat", 7)],
            imported.Issues.Select(issue => (issue.File, issue.Line)));
        Assert.Equal(9, imported.IssueCount);
        Assert.Equal("movies.dat:3: title '1' is there already", imported.Issues[1].ToString());
        Assert.Equal("ratings.dat:4: there is no title '99'", imported.Issues[5].ToString());
        Assert.All(imported.Issues, issue => Assert.NotEmpty(issue.Reason));
    }

    [Fact]
    public void A_strict_import_stops_at_the_first_broken_line()
    {
        _folder.Write("movies.dat", "1::Toy Story (1995)::Comedy\n2::Jumanji (1995)\nbroken\n").Write("ratings.dat", string.Empty);

        var exception = Assert.Throws<ImportException>(() => Import(strict: true));

        Assert.Equal(2, Assert.Single(exception.Issues).Line);
        Assert.Contains("movies.dat:2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_headers_may_be_written_in_any_case_and_order()
    {
        _folder
            .Write("movies.csv", "movieId,title,genres\n1,\"American President, The (1995)\",Comedy|Drama\n2,\"The \"\"Quoted\"\" One (2001)\",(no genres listed)\n", Encoding.UTF8)
            .Write("ratings.csv", "timestamp,rating,movieid,USERID\n964982703,4.5,1,7\n964982704,0.5,2,7\n")
            .Write("links.csv", "movieId,imdbId,tmdbId\n1,0112346,9087\n");

        var imported = Import(strict: true);

        Assert.Equal(["The American President", "The \"Quoted\" One"], imported.Titles.Select(title => title.Name));
        Assert.Empty(imported.Titles[1].Genres);
        Assert.Equal([4.5, 0.5], imported.Events.Cast<TitleRated>().Select(rated => rated.Stars));
    }

    [Fact]
    public void Tags_become_the_titles_tags_most_frequent_first()
    {
        _folder
            .Write("movies.csv", "movieId,title,genres\n1,Toy Story (1995),Comedy\n")
            .Write("ratings.csv", "userId,movieId,rating,timestamp\n")
            .Write("tags.csv", "userId,movieId,tag,timestamp\n1,1,Pixar,1\n2,1,toys,1\n3,1,pixar,1\n3,5,lost,1\n");

        var imported = Import();

        Assert.Equal(["pixar", "toys"], Assert.Single(imported.Titles).Tags.AsEnumerable());
        Assert.Equal("tags.csv:5: there is no title '5'", Assert.Single(imported.Issues).ToString());
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_its_own_line_only()
    {
        _folder
            .Write("movies.csv", "movieId,title,genres\n1,Toy Story (1995),Comedy\n2,\"Jumanji (1995),Drama\n3,\"Postman, The (1994)\",Drama\n4,Heat (1995),Crime\n")
            .Write("ratings.csv", "userId,movieId,rating,timestamp\n");

        var imported = Import();

        Assert.Equal(["1", "3", "4"], imported.Titles.Select(title => title.Id.Value));
        Assert.Equal(("movies.csv", 3L), (Assert.Single(imported.Issues).File, imported.Issues[0].Line));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        _folder.Write("movies.csv", "movieId,title,genres\n");

        var exception = Assert.Throws<ImportException>(() => Import());

        Assert.Contains("ratings.csv", exception.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        _folder.Write("movies.csv", "movieId,title,genres\n").Write("ratings.csv", "userId,movieId,timestamp\n1,1,1\n");

        Assert.Contains("'rating'", Assert.Throws<ImportException>(() => Import()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_csv_file_is_said_to_be_empty()
    {
        _folder.Write("movies.csv", string.Empty).Write("ratings.csv", string.Empty);

        Assert.Contains("is empty", Assert.Throws<ImportException>(() => Import()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_ends_at_the_size_of_all_files()
    {
        _folder.Write("movies.dat", "1::Toy Story (1995)::Comedy\n").Write("ratings.dat", "1::1::4::978300019\n");
        var reports = new List<ImportProgress>();

        DatasetImporter.Import(_folder.Path, progress: new Recorder(reports));

        Assert.Equal("ratings.dat", reports[^1].File);
        Assert.Equal(reports[^1].BytesTotal, reports[^1].BytesRead);
    }

    [Fact]
    public void An_import_can_be_cancelled()
    {
        _folder.Write("movies.dat", "1::Toy Story (1995)::Comedy\n").Write("ratings.dat", string.Empty);

        Assert.ThrowsAny<OperationCanceledException>(() => DatasetImporter.Import(_folder.Path, cancellationToken: new CancellationToken(canceled: true)));
    }

    private ImportedData Import(bool strict = false) => DatasetImporter.Import(_folder.Path, DatasetFormats.MovieLens, strict);

    private sealed class Recorder(List<ImportProgress> reports) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => reports.Add(value);
    }
}
