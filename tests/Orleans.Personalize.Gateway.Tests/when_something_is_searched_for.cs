using Orleans.Personalize.Gateway.Tests.Support;

namespace Orleans.Personalize.Gateway.Tests;

public class when_something_is_searched_for
{
    [Fact]
    public async Task Titles_and_suggestions_are_answered()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.GetAsync("/v1/profiles/ann/search?q=night&count=5&kind=film&device=tv&country=AT");
        Assert.Equal((200, "night", "found", "Tv|AT"), (answer.Status, answer.Value("query"), answer.Value("outcome"), answer.Value("heading")));
        Assert.Equal("night-train", answer.Json.GetProperty("cards")[0].GetProperty("title").GetString());
        var suggestion = answer.Json.GetProperty("suggestions")[0];
        Assert.Equal(("genre", "Drama"), (suggestion.GetProperty("kind").GetString(), suggestion.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("", "q", "1 to 200")]
    [InlineData("?q=", "q", "1 to 200")]
    [InlineData("?q=%20%20", "q", "1 to 200")]
    [InlineData("?q=a%00b", "q", "control")]
    [InlineData("?q=a&q=b", "q", "more than once")]
    [InlineData("?q=a&count=0", "count", "from 1 to 100")]
    [InlineData("?q=a&count=101", "count", "from 1 to 100")]
    [InlineData("?q=a&kind=book", "kind", "film or series")]
    [InlineData("?q=a&country=austria", "country", "capital letters")]
    [InlineData("?query=a", "query", "not a parameter")]
    public async Task What_is_out_of_range_is_a_problem(string query, string field, string reason)
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.GetAsync("/v1/profiles/ann/search" + query)).IsProblem(400, field, reason);
    }

    [Fact]
    public async Task Two_hundred_characters_are_enough()
    {
        await using var host = await GatewayHost.StartAsync();
        Assert.Equal(200, (await host.GetAsync("/v1/profiles/ann/search?q=" + new string('n', 200))).Status);
        (await host.GetAsync("/v1/profiles/ann/search?q=" + new string('n', 201))).IsProblem(400, "q", "1 to 200");
        (await host.GetAsync("/v1/profiles/nobody/search?q=n")).IsProblem(404, "profile", "nobody");
    }
}
