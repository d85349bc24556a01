using Orleans.Personalize.Gateway.Tests.Support;

namespace Orleans.Personalize.Gateway.Tests;

public class when_titles_are_kept
{
    [Fact]
    public async Task A_title_is_put_read_and_removed()
    {
        await using var host = await GatewayHost.StartAsync();
        var put = await host.PutAsync("/v1/titles/tt1", """{"name":"One","kind":"series","episodes":[{"season":1,"number":1}]}""");
        Assert.Equal(200, put.Status);
        Assert.Equal("series", (await host.GetAsync("/v1/titles/tt1")).Value("kind"));
        Assert.Equal(204, (await host.DeleteAsync("/v1/titles/tt1")).Status);
        (await host.DeleteAsync("/v1/titles/tt1")).IsProblem(404, "title", "there is no title 'tt1'");
        (await host.GetAsync("/v1/titles/tt1")).IsProblem(404, "title", "there is no title 'tt1'");
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("POST")]
    public async Task A_batch_answers_for_each(string method)
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.SendAsync(new HttpMethod(method), "/v1/titles", """
            [{"id":"a","name":"A"}, {"id":"b"}, {"id":"c","name":"C","year":1600}, {"id":"d","name":"D","episodes":[{"season":1,"number":1},{"season":"2","number":1}]}]
            """);
        Assert.Equal((200, "1", "3"), (answer.Status, answer.Value("accepted"), answer.Value("refused")));
        var results = answer.Json.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["a", "b", "c", "d"], results.Select(r => r.GetProperty("id").GetString()));
        Assert.Equal(["name", "year", "episodes[1].season"], results.Skip(1).Select(r => r.GetProperty("field").GetString()));
        Assert.Equal(["is required", "must be from 1870 to 2200", "must be a whole number"], results.Skip(1).Select(r => r.GetProperty("reason").GetString()));
    }

    [Theory]
    [InlineData("""{"id":"other","name":"One"}""", "id", "is 'other' in the body and 'tt1' in the path")]
    [InlineData("""{"name":"One","year":1600}""", "year", "must be from 1870 to 2200")]
    [InlineData("""{"name":"One","genres":"Drama"}""", "genres", "must be an array")]
    [InlineData("""{"name":"One","genres":[null]}""", "genres[0]", "must not be null")]
    [InlineData("""{"name":"One","genres":null}""", "genres", "must not be null")]
    [InlineData("""{"name":"One","people":["Ann"]}""", "people[0]", "must be an object")]
    [InlineData("""{"name":"One","people":[{"name":"Ann","role":"cook"}]}""", "people[0].role", "must be one of cast, director, writer, creator")]
    [InlineData("""{"name":"One","kind":"opera"}""", "kind", "must be one of film, series")]
    [InlineData("""{"name":"One","availability":[{"from":"2026-01-01"}]}""", "availability[0].from", "must be a time")]
    public async Task A_wrong_title_is_refused_and_nothing_is_kept(string body, string field, string reason)
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.PutAsync("/v1/titles/tt1", body)).IsProblem(400, field, reason);
        Assert.Equal(404, (await host.GetAsync("/v1/titles/tt1")).Status);
    }
}
