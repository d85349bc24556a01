using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Orleans.Personalize.Cluster.Tests.for_the_node;

public sealed class Running : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_node_that_is_killed_keeps_what_it_acknowledged()
    {
        await using (var node = await StartAsync())
        {
            await SampleCalls.FillAsync(node.Http);
            Assert.Equal("accepted", await SampleCalls.PauseAsync(node.Http, "e1"));
            await node.KillAsync();
        }

        await using var again = await StartAsync();

        Assert.Equal("duplicate", await SampleCalls.PauseAsync(again.Http, "e1"));
        var home = await again.Http.GetFromJsonAsync<JsonElement>("v1/profiles/ann/home");
        Assert.Equal("continueWatching", home.GetProperty("rows")[0].GetProperty("kind").GetString());
        Assert.Equal("drama-1", home.GetProperty("rows")[0].GetProperty("cards")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_node_that_is_asked_to_end_ends_cleanly()
    {
        await using var node = await StartAsync();
        await SampleCalls.FillAsync(node.Http);

        Assert.Equal(0, await node.StopAsync());
    }

    [Fact]
    public async Task The_dashboard_shows_the_grains_to_callers_from_this_machine_only()
    {
        await using var node = await StartAsync();
        await SampleCalls.FillAsync(node.Http);

        Assert.Equal(HttpStatusCode.OK, (await node.Http.GetAsync("dashboard/")).StatusCode);
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "dashboard/");
        rebound.Headers.Host = "elsewhere.example";
        Assert.Equal(HttpStatusCode.Forbidden, (await node.Http.SendAsync(rebound)).StatusCode);
    }

    [Fact]
    public async Task A_dashboard_with_a_password_asks_for_it()
    {
        await using var node = await StartAsync("--dashboard", "password", "--dashboard-password", "open:sesame");

        var refused = await node.Http.GetAsync("dashboard/");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("Basic", refused.Headers.WwwAuthenticate.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("anybody:wrong"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync("anybody:open:sesame"));

        async Task<HttpStatusCode> AskAsync(string credentials)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "dashboard/");
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(credentials)));
            return (await node.Http.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task A_gateway_serves_what_two_silos_hold()
    {
        var (firstSilo, firstGateway) = (NodeProcess.FreePort(), NodeProcess.FreePort());
        await using var first = await NodeProcess.StartAsync(
            "--role", "silo", "--data", _folder.Path, "--silo-port", firstSilo, "--gateway-port", firstGateway);
        await using var second = await NodeProcess.StartAsync(
            "--role", "silo", "--data", _folder.Path, "--silo-port", NodeProcess.FreePort(), "--gateway-port", NodeProcess.FreePort(),
            "--primary-port", firstSilo);
        await using var gateway = await NodeProcess.StartAsync("--role", "gateway", "--url", "http://127.0.0.1:0", "--gateway-port", firstGateway);

        await SampleCalls.FillAsync(gateway.Http);

        Assert.Equal("accepted", await SampleCalls.PauseAsync(gateway.Http, "e1"));
        foreach (var node in new[] { first, second, gateway })
        {
            Assert.Equal(HttpStatusCode.OK, (await node.Http.GetAsync("healthz")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await node.Http.GetAsync("readyz")).StatusCode);
        }
    }

    [Theory]
    [InlineData("'--rolle' is no switch", "--rolle", "silo")]
    [InlineData("--role needs a value", "--role")]
    [InlineData("--role is given twice", "--role", "silo", "--role", "all")]
    [InlineData("nobody is not a valid value", "--role", "nobody")]
    [InlineData("ports must be 1 to 65535", "--silo-port", "70000")]
    [InlineData("the address must be an IP address", "--address", "here")]
    [InlineData("seconds to wait for an answer", "--answer-seconds", "0")]
    [InlineData("the share of memory", "--memory-percent", "5")]
    [InlineData("storage in Azure needs a connection", "--storage", "azure")]
    [InlineData("the event log must be a folder", "--event-log", "https://account/log")]
    [InlineData("with storage in Azure a container", "--event-log", "../log", "--connection", "UseDevelopmentStorage=true")]
    [InlineData("models in a container need a connection", "--models", "models")]
    [InlineData("the container of the models must be", "--models", "../models", "--connection", "UseDevelopmentStorage=true")]
    [InlineData("the file that says how messages are sent", "--notify", "nowhere.json")]
    [InlineData("the tenant must be", "--tenant", "a/b")]
    [InlineData("needs the password", "--dashboard", "password")]
    [InlineData("the service must be", "--service", "../x")]
    [InlineData("no address to serve HTTP on", "--url", "nowhere")]
    public async Task A_wrong_setting_is_refused_in_one_line(string message, params string[] arguments)
    {
        var (code, output) = await NodeProcess.RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Contains(message, output);
        Assert.Single(output.Split('\n'));
    }

    [Fact]
    public async Task The_help_names_every_switch_with_an_example()
    {
        var (code, output) = await NodeProcess.RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Contains("--role all|silo|gateway", output);
        Assert.Contains("Examples:", output);
    }

    private Task<NodeProcess> StartAsync(params string[] more) => NodeProcess.StartAsync([
        "--data", _folder.Path, "--url", "http://127.0.0.1:0", "--silo-port", NodeProcess.FreePort(), "--gateway-port", NodeProcess.FreePort(), .. more]);
}
