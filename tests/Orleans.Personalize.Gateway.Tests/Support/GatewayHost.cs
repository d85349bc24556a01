using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Audiences;
using Orleans.Personalize.Experiments;
using Orleans.Personalize.Models;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Rules;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Gateway.Tests.Support;

/// <summary>A gateway on a free port of this machine, over a service in memory with two profiles and three titles.</summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private GatewayHost(WebApplication application, MemoryPersonalizer personalizer, HttpClient client)
    {
        _application = application;
        Personalizer = personalizer;
        Client = client;
    }

    public MemoryPersonalizer Personalizer { get; }

    public HttpClient Client { get; }

    public static async Task<GatewayHost> StartAsync(Action<GatewayOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var personalizer = new MemoryPersonalizer(TimeProvider.System);
        await personalizer.PutTitlesAsync([
            new Title { Id = new TitleId("harbour-lights"), Name = "Harbour Lights", Kind = TitleKind.Series, Year = 2025, Genres = ["Drama"] },
            new Title { Id = new TitleId("night-train"), Name = "Night Train", Year = 2024, Genres = ["Thriller"], RuntimeMinutes = 102 },
            new Title { Id = new TitleId("odd"), Name = "\"<Odd> & 'Ends'\u0001" },
        ]);
        await personalizer.PutProfileAsync(new ProfileSettings { Id = new ProfileId("ann"), Name = "Ann" });
        await personalizer.PutProfileAsync(new ProfileSettings { Id = new ProfileId("bo"), Name = "Bo the second", Kids = true });

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IPersonalizer>(personalizer);
        builder.Services.AddSingleton<IModelOperations>(personalizer.Models);
        builder.Services.AddSingleton<IEditorialRules>(new MemoryRules(personalizer));
        builder.Services.AddSingleton<IExperiments>(new MemoryExperiments());
        builder.Services.AddSingleton<IAudiences>(new MemoryAudiences(personalizer));
        services?.Invoke(builder.Services);
        builder.Services.AddPersonalizeGateway(configure);
        var application = builder.Build();
        application.MapPersonalizeGateway();
        await application.StartAsync();
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new GatewayHost(application, personalizer, new HttpClient { BaseAddress = new Uri(address) });
    }

    public async Task<Answer> GetAsync(string path) => await Answer.OfAsync(await Client.GetAsync(path));

    public Task<Answer> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public Task<Answer> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, json);

    public async Task<Answer> DeleteAsync(string path) => await Answer.OfAsync(await Client.DeleteAsync(path));

    public async Task<Answer> SendAsync(HttpMethod method, string path, string json, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8) };
        request.Content.Headers.Remove("Content-Type");
        if (type.Length > 0)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await Answer.OfAsync(await Client.SendAsync(request));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }
}

/// <summary>An answer of the gateway, read whole.</summary>
internal sealed record Answer(int Status, string? Type, string Text, System.Net.Http.Headers.HttpResponseHeaders Headers)
{
    public JsonElement Json => JsonElement.Parse(Text);

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
            return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync(), response.Headers);
    }

    public string? Value(string name) => Json.TryGetProperty(name, out var value) ? value.ToString() : null;

    /// <summary>Fails unless this is a problem document with this status, field and a reason that holds these words.</summary>
    public void IsProblem(int status, string? field, string reason)
    {
        Assert.Equal((status, "application/problem+json"), (Status, Type?.Split(';')[0]));
        Assert.Equal(status.ToString(System.Globalization.CultureInfo.InvariantCulture), Value("status"));
        Assert.Equal(field, Value("field"));
        Assert.Contains(reason, Value("reason"), StringComparison.Ordinal);
    }
}
