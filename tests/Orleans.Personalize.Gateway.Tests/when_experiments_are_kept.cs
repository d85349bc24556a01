using Orleans.Personalize.Gateway.Tests.Support;

namespace Orleans.Personalize.Gateway.Tests;

public class when_experiments_are_kept
{
    private const string Trial = """
        { "arms": [{ "name": "as now", "share": 0.5 }, { "name": "sooner", "share": 0.5, "options": { "discoveryPlace": 3 } }] }
        """;

    [Fact]
    public async Task They_come_back_as_they_were_sent_are_started_reported_stopped_and_removed_once()
    {
        await using var host = await GatewayHost.StartAsync();
        Assert.Equal("e1", (await host.PutAsync("/v1/experiments/e1", Trial)).Value("id"));
        var kept = (await host.GetAsync("/v1/experiments/e1")).Json;
        Assert.Equal(3, kept.GetProperty("arms")[1].GetProperty("options").GetProperty("discoveryPlace").GetDouble());
        Assert.False(kept.TryGetProperty("start", out _));
        Assert.Equal("defined", (await host.GetAsync("/v1/profiles/ann/experiments")).Json.GetProperty("experiments")[0].GetProperty("standing").GetString());
        (await host.PostAsync("/v1/experiments/e1/stop", "")).IsProblem(400, "experiment", "has not begun");
        Assert.NotNull((await host.PostAsync("/v1/experiments/e1/start", "")).Value("start"));
        var report = (await host.GetAsync("/v1/experiments/e1/report")).Json;
        Assert.Equal(("running", 2), (report.GetProperty("standing").GetString(), report.GetProperty("arms").GetArrayLength()));
        Assert.NotNull((await host.PostAsync("/v1/experiments/e1/stop", "")).Value("end"));
        Assert.Equal(1, (await host.GetAsync("/v1/experiments")).Json.GetProperty("experiments").GetArrayLength());
        Assert.Equal(204, (await host.DeleteAsync("/v1/experiments/e1")).Status);
        foreach (var gone in new[] { await host.DeleteAsync("/v1/experiments/e1"), await host.GetAsync("/v1/experiments/e1"), await host.GetAsync("/v1/experiments/e1/report"), await host.PostAsync("/v1/experiments/e1/start", "") })
            gone.IsProblem(404, "experiment", "there is no experiment 'e1'");
    }

    [Theory]
    [InlineData("""{ "arms": [{ "name": "a", "share": 0.7 }, { "name": "b", "share": 0.7, "options": { "newDays": 9 } }] }""", "arms", "more than 1 together")]
    [InlineData("""{ "arms": [{ "name": "a", "share": 0.5 }, { "name": "A", "share": 0.5, "options": { "newDays": 9 } }] }""", "arms[1].name", "is the name of another arm")]
    [InlineData("""{ "arms": [{ "name": "a", "share": 0.5 }, { "name": "b", "share": 0.5, "options": { "kids": 1 } }] }""", "arms[1].options.kids", "no option that an experiment may change")]
    [InlineData("""{ "arms": [{ "name": "a", "share": 0.5 }, { "name": "b", "share": 0.5, "options": { "newDays": "many" } }] }""", "arms[1].options.newDays", "must be a number")]
    [InlineData("""{ "arms": [{ "name": "a", "share": 0.5 }, { "name": "b", "share": 0.5, "options": { "newDays": 9, "newDays": 8 } }] }""", "arms[1].options.newDays", "is given more than once")]
    [InlineData("""{ "arms": [{ "name": "a", "share": 0.5 }, { "name": "b", "share": 0.5, "options": [] }] }""", "arms[1].options", "must be an object")]
    [InlineData("""{ "arms": [{ "name": "a", "share": 0.5 }, { "name": "b", "share": 0.5 }] }""", "arms", "change nothing")]
    [InlineData("""{ "name": "empty" }""", "arms", "is required")]
    public async Task A_wrong_one_is_refused_by_field(string body, string field, string reason)
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.PutAsync("/v1/experiments/e1", body)).IsProblem(400, field, reason);
    }

    [Fact]
    public async Task The_options_that_may_be_changed_are_listed()
    {
        await using var host = await GatewayHost.StartAsync();
        Assert.Equal("discoveryPlace", (await host.GetAsync("/v1/experiment-options")).Json.GetProperty("options")[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("/v1/experiments")]
    [InlineData("/v1/experiments/e1/report")]
    [InlineData("/v1/experiment-options")]
    [InlineData("/v1/profiles/ann/experiments")]
    public async Task They_are_for_operators_only(string path)
    {
        await using var host = await GatewayHost.StartAsync(o =>
        {
            o.ApiKeys.Add("caller");
            o.OperatorKeys.Add("operator");
        });
        host.Client.DefaultRequestHeaders.Authorization = new("Bearer", "caller");
        (await host.GetAsync(path)).IsProblem(403, "Authorization", "operators");
    }
}
