using Orleans.Personalize.Gateway.Tests.Support;

namespace Orleans.Personalize.Gateway.Tests;

public class when_rules_are_kept
{
    private const string Rule = """{ "action": "pin", "titles": ["night-train"], "place": 1 }""";

    [Fact]
    public async Task They_come_back_as_they_were_sent_and_can_be_removed_once()
    {
        await using var host = await GatewayHost.StartAsync();
        Assert.Equal("r1", (await host.PutAsync("/v1/rules/r1", Rule)).Value("id"));
        Assert.Equal("pin", (await host.GetAsync("/v1/rules/r1")).Value("action"));
        Assert.Equal(1, (await host.GetAsync("/v1/rules")).Json.GetProperty("rules").GetArrayLength());
        Assert.Equal(204, (await host.DeleteAsync("/v1/rules/r1")).Status);
        (await host.DeleteAsync("/v1/rules/r1")).IsProblem(404, "rule", "there is no rule 'r1'");
        (await host.GetAsync("/v1/rules/r1")).IsProblem(404, "rule", "there is no rule 'r1'");
    }

    [Theory]
    [InlineData("""{ "titles": ["odd"], "place": 1 }""", "action", "is required")]
    [InlineData("""{ "action": "promote" }""", "action", "must be one of")]
    [InlineData("""{ "action": "pin", "titles": ["nothing"], "place": 1 }""", "titles[0]", "there is no title 'nothing'")]
    [InlineData("""{ "action": "pin", "start": "tomorrow" }""", "start", "must be a time with its offset")]
    public async Task A_wrong_one_is_refused_by_field(string body, string field, string reason)
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.PutAsync("/v1/rules/r1", body)).IsProblem(400, field, reason);
    }

    [Fact]
    public async Task A_preview_answers_both_pages()
    {
        await using var host = await GatewayHost.StartAsync();
        var answer = await host.PostAsync("/v1/rules/preview", """{ "profile": "ann", "rule": { "id": "r1", "action": "cap", "filter": "year>1", "limit": 1 } }""");
        Assert.Equal(200, answer.Status);
        Assert.Equal("ann", answer.Json.GetProperty("with").GetProperty("profile").GetString());
        (await host.PostAsync("/v1/rules/preview", """{ "profile": "ann", "rule": { "id": "r1" } }""")).IsProblem(400, "rule.action", "is required");
    }

    [Fact]
    public async Task They_are_for_operators_only()
    {
        await using var host = await GatewayHost.StartAsync(o =>
        {
            o.ApiKeys.Add("caller");
            o.OperatorKeys.Add("operator");
        });
        host.Client.DefaultRequestHeaders.Authorization = new("Bearer", "caller");
        (await host.GetAsync("/v1/rules")).IsProblem(403, "Authorization", "operators");
        (await host.PutAsync("/v1/rules/r1", Rule)).IsProblem(403, "Authorization", "operators");
        host.Client.DefaultRequestHeaders.Authorization = new("Bearer", "operator");
        Assert.Equal(200, (await host.PutAsync("/v1/rules/r1", Rule)).Status);
    }
}
