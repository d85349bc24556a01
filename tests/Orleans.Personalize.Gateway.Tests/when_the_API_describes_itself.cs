using System.Text.Json;
using Orleans.Personalize.Gateway.Tests.Support;

namespace Orleans.Personalize.Gateway.Tests;

public class when_the_API_describes_itself
{
    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_its_problems()
    {
        await using var host = await GatewayHost.StartAsync();
        var document = (await host.GetAsync("/openapi/v1.json")).Json;
        var operations = Operations(document).ToList();
        Assert.Equal(
            [
                "activateModel", "answerSurvey", "eraseProfile", "exportProfile", "forecastAudience", "getAudience", "getExperiment", "getHealth", "getHome",
                "getHousehold", "getModel", "getProfile", "getProfileExperiments", "getReadiness", "getRecommendations", "getRows", "getRule", "getSimilar",
                "getSimilarProfiles", "getSurvey", "getTitle", "getTitlePage", "listCommunities", "listDeadLetters", "listExperimentOptions", "listExperiments", "listModels",
                "listProfiles", "listRules", "mergeProfiles", "planNotifications", "postTitles", "previewRule", "putExperiment", "putProfile", "putRule",
                "putTitle", "putTitles", "recordEvents", "removeDeadLetters", "removeExperiment", "removeRule", "removeTitle", "replayDeadLetters", "reportExperiment", "rerank", "rollBackModel",
                "search", "showUnsubscribe", "startExperiment", "stopExperiment", "unsubscribe",
            ],
            operations.Select(o => o.Operation.GetProperty("operationId").GetString()).Order(StringComparer.Ordinal));
        foreach (var (path, operation) in operations)
        {
            Assert.True(operation.TryGetProperty("summary", out _), $"{path} has no summary");
            if (path != "/healthz")
                Assert.Contains(operation.GetProperty("responses").EnumerateObject(), r => r.Value.TryGetProperty("content", out var c) && c.TryGetProperty("application/problem+json", out _));
        }
    }

    [Fact]
    public async Task Query_parameters_have_their_bounds()
    {
        await using var host = await GatewayHost.StartAsync();
        var home = (await host.GetAsync("/openapi/v1.json")).Json.GetProperty("paths").GetProperty("/v1/profiles/{profile}/home").GetProperty("get");
        var parameters = home.GetProperty("parameters").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!);
        Assert.Equal(["profile", "rows", "columns", "device", "country", "utcOffsetMinutes", "explain", "filter", "include", "exclude"], parameters.Keys);
        var rows = parameters["rows"].GetProperty("schema");
        Assert.Equal((1, 40, 40), (rows.GetProperty("minimum").GetInt32(), rows.GetProperty("maximum").GetInt32(), rows.GetProperty("default").GetInt32()));
        Assert.Equal("The profile's id.", parameters["profile"].GetProperty("description").GetString());
    }

    [Fact]
    public async Task Every_event_has_a_schema_with_descriptions()
    {
        await using var host = await GatewayHost.StartAsync();
        var schemas = (await host.GetAsync("/openapi/v1.json")).Json.GetProperty("components").GetProperty("schemas");
        var union = schemas.GetProperty("ProfileEvent");
        var mapping = union.GetProperty("discriminator").GetProperty("mapping");
        Assert.Equal(24, mapping.EnumerateObject().Count());
        foreach (var variant in mapping.EnumerateObject())
        {
            var schema = schemas.GetProperty(variant.Value.GetString()!.Split('/')[^1]);
            Assert.Contains("id", schema.GetProperty("required").EnumerateArray().Select(r => r.GetString()));
            Assert.Equal("string", schema.GetProperty("properties").GetProperty("time").GetProperty("type").GetString());
        }

        var profile = schemas.GetProperty("ProfileSettings").GetProperty("properties");
        Assert.Contains("name shown", profile.GetProperty("name").GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_may_be_left_out_is_not_required()
    {
        await using var host = await GatewayHost.StartAsync();
        var document = (await host.GetAsync("/openapi/v1.json")).Json;
        var body = document.GetProperty("paths").GetProperty("/v1/profiles/{profile}").GetProperty("put").GetProperty("requestBody")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema");
        Assert.Equal(["name"], body.GetProperty("required").EnumerateArray().Select(r => r.GetString()));
        Assert.True(body.GetProperty("properties").TryGetProperty("maturityLimit", out _));
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.Equal(["outcome"], schemas.GetProperty("EventReceipt").GetProperty("required").EnumerateArray().Select(r => r.GetString()));
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        await using var host = await GatewayHost.StartAsync();
        var text = (await host.GetAsync("/openapi/v1.json")).Text;
        var schemas = JsonElement.Parse(text).GetProperty("components").GetProperty("schemas");
        var references = text.Split("\"#/components/schemas/").Skip(1).Select(rest => rest.Split('"')[0]).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(references.Count > 40);
        Assert.All(references, name => Assert.True(schemas.TryGetProperty(name, out _), name));
    }

    [Fact]
    public async Task Its_examples_are_taken()
    {
        await using var host = await GatewayHost.StartAsync();
        var document = (await host.GetAsync("/openapi/v1.json")).Json;
        var sent = 0;
        foreach (var (path, operation) in Operations(document).Where(o => o.Operation.TryGetProperty("requestBody", out _)))
        {
            var method = operation.GetProperty("operationId").GetString()!.StartsWith("put", StringComparison.Ordinal) ? HttpMethod.Put : HttpMethod.Post;
            foreach (var example in operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("examples").EnumerateObject())
            {
                var target = path.Replace("{profile}", "ann", StringComparison.Ordinal).Replace("{title}", "new", StringComparison.Ordinal).Replace("{rule}", "new", StringComparison.Ordinal).Replace("{experiment}", "new", StringComparison.Ordinal);
                var answer = await host.SendAsync(method, target, example.Value.GetProperty("value").GetRawText());
                Assert.True(answer.Status == 200, $"{path} {example.Name}: {answer.Text}");
                Assert.True(answer.Value("rejected") is null or "0", answer.Text);
                Assert.True(answer.Value("refused") is null or "0", answer.Text);
                sent++;
            }
        }

        Assert.True(sent >= 7);
    }

    [Fact]
    public async Task The_key_is_declared_where_there_is_one()
    {
        await using var host = await GatewayHost.StartAsync(o => o.ApiKeys.Add("first"));
        var document = (await host.GetAsync("/openapi/v1.json")).Json;
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString());
        Assert.True(document.GetProperty("paths").GetProperty("/v1/model").GetProperty("get").GetProperty("security").GetArrayLength() == 1);
    }

    private static IEnumerable<(string Path, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (path.Name, operation.Value);
}
