using System.Net.Http.Json;
using System.Text.Json;
using Orleans.Personalize.Conformance;

namespace Orleans.Personalize.Cluster.Tests.for_the_node;

public sealed class Azure_storage : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _service = $"test-{Guid.NewGuid():N}";

    public void Dispose() => _folder.Dispose();

    [AzuriteFact]
    public async Task A_node_that_is_killed_finds_its_state_again_in_the_blobs()
    {
        await using (var node = await StartAsync())
        {
            await SampleCalls.FillAsync(node.Http);
            Assert.Equal("accepted", await SampleCalls.PauseAsync(node.Http, "e1"));
            await node.KillAsync();
        }

        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
        await using var again = await StartAsync();

        Assert.Equal("duplicate", await SampleCalls.PauseAsync(again.Http, "e1"));
        var home = await again.Http.GetFromJsonAsync<JsonElement>("v1/profiles/ann/home");
        Assert.Equal("continueWatching", home.GetProperty("rows")[0].GetProperty("kind").GetString());
    }

    [AzuriteFact]
    public async Task An_erased_profile_leaves_no_blob()
    {
        await using var node = await StartAsync();
        await SampleCalls.FillAsync(node.Http);
        for (var i = 0; i < 70; i++)
            Assert.Equal("accepted", await SampleCalls.PauseAsync(node.Http, $"e{i}"));
        var blobs = new Azure.Storage.Blobs.BlobContainerClient("UseDevelopmentStorage=true", $"grains-{_service}");
        Assert.Equal(2, CountOfAnn());

        using var erased = await node.Http.DeleteAsync("v1/profiles/ann");
        erased.EnsureSuccessStatusCode();

        Assert.Equal(0, CountOfAnn());

        int CountOfAnn() => blobs.GetBlobs().Count(blob => blob.Name.Contains("/ann", StringComparison.Ordinal));
    }

    private Task<NodeProcess> StartAsync() => NodeProcess.StartAsync(
        "--data", _folder.Path, "--url", "http://127.0.0.1:0", "--silo-port", NodeProcess.FreePort(), "--gateway-port", NodeProcess.FreePort(),
        "--connection", "UseDevelopmentStorage=true", "--service", _service);
}
