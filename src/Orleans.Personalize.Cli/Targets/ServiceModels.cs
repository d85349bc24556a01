using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Orleans.Personalize.Json;
using Orleans.Personalize.Models;

namespace Orleans.Personalize.Cli.Targets;

/// <summary>The models of a running service, through its HTTP API.</summary>
internal sealed class ServiceModels(Uri address, string? key) : IModelOperations, IDisposable
{
    private readonly HttpClient _http = new()
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key) },
    };

    public Task<ModelList> ListModelsAsync(CancellationToken cancellationToken = default) =>
        SendAsync<ModelList>(HttpMethod.Get, "v1/models", cancellationToken);

    public Task<ModelInfo> ActivateModelAsync(string version, CancellationToken cancellationToken = default) =>
        SendAsync<ModelInfo>(HttpMethod.Post, $"v1/models/{Uri.EscapeDataString(version)}/activate", cancellationToken);

    public Task<ModelInfo> RollBackModelAsync(CancellationToken cancellationToken = default) =>
        SendAsync<ModelInfo>(HttpMethod.Post, "v1/models/rollback", cancellationToken);

    public Task<CommunityList> ListCommunitiesAsync(CancellationToken cancellationToken = default) =>
        SendAsync<CommunityList>(HttpMethod.Get, "v1/communities", cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<T> SendAsync<T>(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
                throw new CommandFailedException($"{(int)response.StatusCode}: {(problem.TryGetProperty("reason", out var reason) ? reason.GetString() : path)}");
            }

            return await response.Content.ReadFromJsonAsync<T>(PersonalizeJson.Options, cancellationToken)
                ?? throw new CommandFailedException("the service answered nothing");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            throw new CommandFailedException($"no answer from {address}: {failure.Message}", failure);
        }
    }
}
