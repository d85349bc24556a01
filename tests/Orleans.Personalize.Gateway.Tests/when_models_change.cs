using System.Net.Http.Headers;
using Orleans.Personalize.Gateway.Tests.Support;

namespace Orleans.Personalize.Gateway.Tests;

public class when_models_change
{
    [Fact]
    public async Task They_are_listed_with_what_cannot_be_read()
    {
        await using var host = await GatewayHost.StartAsync();
        var models = (await host.GetAsync("/v1/models")).Json.GetProperty("models").EnumerateArray().ToList();
        Assert.Equal(["c", "b", "damaged"], models.Select(m => m.GetProperty("version").GetString()));
        Assert.Equal("inService", models[0].GetProperty("standing").GetString());
        Assert.Equal(3, models[0].GetProperty("info").GetProperty("titles").GetInt32());
        Assert.Equal("its checksum does not match", models[2].GetProperty("problem").GetString());
    }

    [Fact]
    public async Task One_is_put_in_service_and_taken_back()
    {
        await using var host = await GatewayHost.StartAsync();
        Assert.Equal("b", (await host.PostAsync("/v1/models/b/activate", "")).Value("version"));
        Assert.Equal("c", (await host.PostAsync("/v1/models/rollback", "")).Value("version"));
        Assert.Equal("b", (await host.PostAsync("/v1/models/rollback", "")).Value("version"));
        (await host.PostAsync("/v1/models/rollback", "")).IsProblem(409, "version", "no model was in service before");
    }

    [Fact]
    public async Task What_cannot_be_put_in_service_is_a_problem()
    {
        await using var host = await GatewayHost.StartAsync();
        (await host.PostAsync("/v1/models/x/activate", "")).IsProblem(404, "version", "there is no model of version 'x'");
        (await host.PostAsync("/v1/models/damaged/activate", "")).IsProblem(409, "version", "checksum");
    }

    [Fact]
    public async Task Communities_are_described()
    {
        await using var host = await GatewayHost.StartAsync();
        var list = (await host.GetAsync("/v1/communities")).Json;
        Assert.Equal("c", list.GetProperty("modelVersion").GetString());
        Assert.Equal("harbour-lights", list.GetProperty("communities")[0].GetProperty("titles")[0].GetString());
    }

    [Fact]
    public async Task Only_operators_may_where_they_have_keys()
    {
        await using var host = await GatewayHost.StartAsync(o =>
        {
            o.ApiKeys.Add("caller");
            o.OperatorKeys.Add("operator");
        });
        (await host.GetAsync("/v1/models")).IsProblem(401, "Authorization", "must be 'Bearer '");
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "caller");
        Assert.Equal(200, (await host.GetAsync("/v1/model")).Status);
        (await host.GetAsync("/v1/models")).IsProblem(403, "Authorization", "operators");
        (await host.GetAsync("/v1/communities")).IsProblem(403, "Authorization", "operators");
        (await host.PostAsync("/v1/models/rollback", "")).IsProblem(403, "Authorization", "operators");
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "operator");
        Assert.Equal(200, (await host.GetAsync("/v1/model")).Status);
        Assert.Equal(200, (await host.GetAsync("/v1/models")).Status);
        Assert.Equal("b", (await host.PostAsync("/v1/models/rollback", "")).Value("version"));
    }
}
