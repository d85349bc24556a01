using System.Net.Http.Headers;
using Orleans.Personalize.Gateway.Tests.Support;

namespace Orleans.Personalize.Gateway.Tests;

public class when_audiences_are_asked_for
{
    [Fact]
    public async Task Similar_profiles_come_with_how_many_were_looked_at()
    {
        await using var host = await GatewayHost.StartAsync();
        Assert.Equal(
            """{"profile":"ann","profiles":2,"sampled":20,"similar":[{"profile":"bo","similarity":0.5,"themes":["Drama"],"sharedTitles":1}]}""",
            (await host.GetAsync("/v1/profiles/ann/similar-profiles")).Text);
        (await host.GetAsync("/v1/profiles/ann/similar-profiles?count=101")).IsProblem(400, "count", "from 1 to 100");
        (await host.GetAsync("/v1/profiles/nobody/similar-profiles")).IsProblem(404, "profile", "there is no profile");
    }

    [Fact]
    public async Task The_audience_of_a_title_is_told_with_its_groups()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.GetAsync("/v1/titles/odd/audience?minimumGroup=9&examples=3");
        Assert.Equal(("odd", "False", "9", "3"), (answer.Value("title"), answer.Value("isForecast"), answer.Value("profiles"), answer.Value("sampled")));
        Assert.Equal("genre", answer.Json.GetProperty("groups")[0].GetProperty("kind").GetString());
        (await host.GetAsync("/v1/titles/none/audience")).IsProblem(404, "title", "there is no title");
        (await host.GetAsync("/v1/titles/odd/audience?minimumGroup=4")).IsProblem(400, "minimumGroup", "from 5 to 1000");
    }

    [Fact]
    public async Task A_forecast_takes_a_title_and_keeps_nothing()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.PostAsync("/v1/titles/audience", """{ "id": "planned", "name": "Planned", "genres": ["Drama"] }""");
        Assert.Equal((200, "planned", "True"), (answer.Status, answer.Value("title"), answer.Value("isForecast")));
        (await host.GetAsync("/v1/titles/planned")).IsProblem(404, "title", "there is no title");
        (await host.PostAsync("/v1/titles/audience", """{ "name": "Planned" }""")).IsProblem(400, "id", "is required");
    }

    [Theory]
    [InlineData("/v1/titles/odd/audience")]
    [InlineData("/v1/profiles/ann/similar-profiles")]
    public async Task Only_operators_are_told(string path)
    {
        await using var host = await GatewayHost.StartAsync(o =>
        {
            o.ApiKeys.Add("member");
            o.OperatorKeys.Add("operator");
        });
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "member");
        Assert.Equal(403, (await host.GetAsync(path)).Status);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "operator");
        Assert.Equal(200, (await host.GetAsync(path)).Status);
    }
}
