using System.Net;
using System.Text.Json;
using System.Net.Http.Json;

namespace Orleans.Personalize.Cluster.Tests.for_the_node;

public sealed class Being_ready : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Grains => Path.Combine(_folder.Path, "grains");

    [Fact]
    public async Task Without_its_storage_a_node_goes_on_with_pages_stays_ready_and_refuses_events()
    {
        await using var node = await StartAsync();
        await SampleCalls.FillAsync(node.Http);
        Assert.Equal("accepted", await SampleCalls.PauseAsync(node.Http, "e1"));

        TakeAway();

        using var refused = await node.Http.PostAsync("v1/events", SampleCalls.Paused("e2"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await node.Http.GetAsync("readyz")).StatusCode);
        var home = await node.Http.GetFromJsonAsync<JsonElement>("v1/profiles/ann/home");
        Assert.Equal("continueWatching", home.GetProperty("rows")[0].GetProperty("kind").GetString());

        GiveBack();
        Assert.Equal("accepted", await SampleCalls.PauseAsync(node.Http, "e2"));
    }

    [Fact]
    public async Task A_node_that_starts_without_its_storage_is_alive_and_not_ready_and_says_why()
    {
        Directory.CreateDirectory(Grains);
        TakeAway();
        await using var node = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await node.Http.GetAsync("healthz")).StatusCode);
        using var readiness = await node.Http.GetAsync("readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, readiness.StatusCode);
        Assert.Contains("catalogue", await readiness.Content.ReadAsStringAsync());
    }

    // A file in the place of the folder: nothing can be read or written there.
    private void TakeAway()
    {
        Directory.Move(Grains, Grains + ".away");
        File.WriteAllText(Grains, string.Empty);
    }

    private void GiveBack()
    {
        File.Delete(Grains);
        Directory.Move(Grains + ".away", Grains);
    }

    private Task<NodeProcess> StartAsync() => NodeProcess.StartAsync(
        "--data", _folder.Path, "--url", "http://127.0.0.1:0", "--silo-port", NodeProcess.FreePort(), "--gateway-port", NodeProcess.FreePort());
}
