using System.Text.Json;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;
using Orleans.Personalize.Training.Datasets;

namespace Orleans.Personalize.Training.Tests.for_Datasets;

public sealed class when_importing_the_generic_format : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Csv_and_json_lines_mean_the_same()
    {
        using var json = new TempFolder();
        _folder
            .Write("titles.csv", "id,name,kind,year,runtime_minutes,maturityAge,synopsis,genres,tags,director,cast,countries,languages,addedAt\n"
                + "t1,\"Night, Day\",series,2021,45.5,12,\"Two\nlines.\",Drama|Crime,dark|slow,A. One,B. Two|C. Three,US|FR,en,2026-01-02T00:00:00Z\n")
            .Write("profiles.csv", "id,name,account,kids,maturityLimit\np1,Mara,a1,true,12\n")
            .Write("events.csv", "id,type,profile,time,title,stars,device,positionSeconds,query\n"
                + "e1,titleRated,p1,2026-01-03T20:00:00+01:00,t1,4.5,tv,,\n"
                + "e2,playStarted,p1,2026-01-03T21:00:00+01:00,t1,,tv,12.5,\n"
                + "e3,searched,p1,2026-01-03T22:00:00+01:00,,,phone,,night\n");
        var fromCsv = DatasetImporter.Import(_folder.Path, strict: true);
        json
            .Write("titles.jsonl", Lines(fromCsv.Titles))
            .Write("profiles.jsonl", Lines(fromCsv.Profiles))
            .Write("events.jsonl", Lines(fromCsv.Events));

        var fromJson = DatasetImporter.Import(json.Path, strict: true);

        Assert.Equal(Lines(fromCsv.Titles), Lines(fromJson.Titles));
        Assert.Equal(fromCsv.Profiles.AsEnumerable(), fromJson.Profiles);
        Assert.Equal(fromCsv.Events.AsEnumerable(), fromJson.Events);
        var title = Assert.Single(fromCsv.Titles);
        Assert.Equal(("Night, Day", TitleKind.Series, 45.5, "Two\nlines."), (title.Name, title.Kind, title.RuntimeMinutes, title.Synopsis));
        Assert.Equal(["A. One", "B. Two", "C. Three"], title.People.Select(person => person.Name));
        Assert.Equal(new ProfileSettings { Id = new("p1"), Name = "Mara", Account = new("a1"), Kids = true, MaturityLimit = 12 }, Assert.Single(fromCsv.Profiles));
        Assert.Equal([typeof(TitleRated), typeof(PlayStarted), typeof(Searched)], fromCsv.Events.Select(e => e.GetType()));
    }

    [Fact]
    public void Only_the_titles_are_needed()
    {
        _folder.Write("titles.jsonl", """{"id":"t1","name":"One"}""");

        var imported = DatasetImporter.Import(_folder.Path, strict: true);

        Assert.Equal(("t1", 0, 0), (Assert.Single(imported.Titles).Id.Value, imported.Profiles.Length, imported.Events.Length));
    }

    [Fact]
    public void An_event_without_an_id_is_named_after_its_line_and_a_profile_that_is_not_listed_is_made()
    {
        _folder.Write("titles.csv", "id,name\nt1,One\n").Write("events.csv", "type,profile,time,title\ntitleOpened,p9,2026-01-03T20:00:00Z,t1\n");

        var imported = DatasetImporter.Import(_folder.Path, strict: true);

        Assert.EndsWith(":2", Assert.Single(imported.Events).Id.Value, StringComparison.Ordinal);
        Assert.Equal("p9", Assert.Single(imported.Profiles).Id.Value);
    }

    [Theory]
    [InlineData("""{"id":"t2","name":"Two","colour":"red"}""", "colour")]
    [InlineData("""{"id":"t2"}""", "'name' missing")]
    [InlineData("""{"id":"t2","name":"Two","year":"MMXX"}""", "year: has a value of the wrong kind")]
    [InlineData("""{"id":"t/2","name":"Two"}""", "id: must be 1 to 128 characters")]
    [InlineData("""{"id":"t1","name":"One again"}""", "title 't1' is there already")]
    [InlineData("""{"id":"t2","name":"Tw""", "name")]
    [InlineData("""{"id":"t2","name":"Two","year":20201}""", "year: ")]
    [InlineData("""{"id":"t2","name":"Two","maturityAge":99}""", "maturityAge: ")]
    [InlineData("""{"id":"t2","name":"Two","episodes":[{"season":1,"number":0}]}""", "episodes[0].number: ")]
    [InlineData("null", "an object was expected")]
    [InlineData("[]", "wrong kind")]
    public void A_broken_title_is_reported_with_its_line(string line, string reason)
    {
        _folder.Write("titles.jsonl", $$"""
            {"id":"t1","name":"One"}
            {{line}}
            {"id":"t3","name":"Three"}
            """);

        var imported = DatasetImporter.Import(_folder.Path);

        Assert.Equal(["t1", "t3"], imported.Titles.Select(title => title.Id.Value));
        var issue = Assert.Single(imported.Issues);
        Assert.Equal(2, issue.Line);
        Assert.Contains(reason, issue.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", issue.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", issue.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("titleRated,p1,2026-01-03T20:00:00Z,t1,7", "stars")]
    [InlineData("titleRated,p1,2026-01-03T20:00:00Z,t1,many", "stars")]
    [InlineData("titleRated,p1,2026-01-03T20:00:00Z,t1,", "'stars' missing")]
    [InlineData("titleRated,p1,2026-01-03T20:00:00Z,t7,4", "there is no title 't7'")]
    [InlineData("titleRated,p1,2026-01-03T20:00:00,t1,4", "time")]
    [InlineData("titleRated,p1,today,t1,4", "time")]
    [InlineData("titleDanced,p1,2026-01-03T20:00:00Z,t1,4", "titleDanced")]
    [InlineData(",p1,2026-01-03T20:00:00Z,t1,4", "type")]
    [InlineData("titleOpened,p1,2026-01-03T20:00:00Z,t1,4", "stars")]
    public void A_broken_event_is_reported_with_its_line(string row, string reason)
    {
        _folder.Write("titles.csv", "id,name\nt1,One\n").Write("events.csv", $"type,profile,time,title,stars\n{row}\ntitleRated,p1,2026-01-03T20:00:00Z,t1,4\n");

        var imported = DatasetImporter.Import(_folder.Path);

        Assert.Single(imported.Events);
        var issue = Assert.Single(imported.Issues);
        Assert.Equal(("events.csv", 2L), (issue.File, issue.Line));
        Assert.Contains(reason, issue.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_profile_is_reported_with_its_line()
    {
        _folder.Write("titles.csv", "id,name\nt1,One\n").Write("profiles.csv", "id,name,kids,maturityLimit\np1,Mara,maybe,\np2,Jonas,true,12\np3,Lena,,99\np2,Jonas again,,\n");

        var imported = DatasetImporter.Import(_folder.Path);

        Assert.Equal("p2", Assert.Single(imported.Profiles).Id.Value);
        Assert.Equal(
            ["profiles.csv:2: kids: 'maybe' must be true or false", "profiles.csv:4: maturityLimit: ", "profiles.csv:5: profile 'p2' is there already"],
            imported.Issues.Select(issue => issue.Line == 4 ? issue.ToString()[..31] : issue.ToString()));
    }

    [Fact]
    public void A_column_that_means_nothing_is_reported_once()
    {
        _folder.Write("titles.csv", "id,name,colour\nt1,One,red\nt2,Two,blue\n");

        var imported = DatasetImporter.Import(_folder.Path);

        Assert.Equal(2, imported.Titles.Length);
        Assert.Equal("titles.csv:1: there is no column 'colour'; it is left out", Assert.Single(imported.Issues).ToString());
    }

    [Fact]
    public void The_same_event_twice_is_reported()
    {
        _folder.Write("titles.csv", "id,name\nt1,One\n").Write("events.csv", "id,type,profile,time,title\ne1,titleOpened,p1,2026-01-03T20:00:00Z,t1\ne1,titleOpened,p1,2026-01-03T21:00:00Z,t1\n");

        var imported = DatasetImporter.Import(_folder.Path);

        Assert.Single(imported.Events);
        Assert.Equal(3, Assert.Single(imported.Issues).Line);
    }

    private static string Lines<T>(IEnumerable<T> values) => string.Join('\n', values.Select(value => JsonSerializer.Serialize(value, PersonalizeJson.Options)));
}
