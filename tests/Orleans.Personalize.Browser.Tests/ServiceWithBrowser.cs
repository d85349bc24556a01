using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Orleans.Personalize.Embedded;
using Orleans.Personalize.Engine.Similarity;
using Orleans.Personalize.Gateway;
using Orleans.Personalize.ModelFiles;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Browser.Tests;

/// <summary>The embedded service with a small catalogue behind its gateway, and a browser to look at it; shared by the tests of a class.</summary>
public sealed class ServiceWithBrowser : IAsyncLifetime
{
    private static readonly string[] Genres = ["Drama", "Comedy", "Thriller", "Documentary", "Western", "Romance", "Crime", "Mystery", "Fantasy", "Horror", "Musical", "War"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("personalize-browser-").FullName;
    private WebApplication? _application;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Chromium is null)
            return;
        _application = await ServeAsync(_folder, _ => { });
        Address = AddressOf(_application);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000);
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Chromium, Args = Arguments });
    }

    /// <summary>A fresh page; its errors, those of its security policy included, come to light when it is closed.</summary>
    public async Task<WatchedPage> OpenAsync(string path, int width = 1280, int height = 800)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        var page = new WatchedPage(context, await context.NewPageAsync());
        await page.Page.GotoAsync(path.StartsWith("http", StringComparison.Ordinal) ? path : Address + path);
        return page;
    }

    /// <summary>Puts two models into the folder; neither is in service.</summary>
    /// <returns>Their versions.</returns>
    public (string First, string Second) AddModels()
    {
        var store = new ModelStore(Path.Combine(_folder, "models"));
        return (Add(1), Add(2));

        string Add(int events) => store.Add(stream => PersonalizationModel.Write(
            ModelContent.Unlearnt with { Manifest = ModelManifest.Unlearnt with { Events = events } }, stream));
    }

    /// <summary>Serves the catalogue from a folder on a free port.</summary>
    public static async Task<WebApplication> ServeAsync(string folder, Action<GatewayOptions> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddEmbeddedPersonalizer(o => o.DataFolder = folder);
        builder.Services.AddPersonalizeGateway(configure);
        var application = builder.Build();
        application.MapPersonalizeGateway();
        await application.StartAsync();
        var personalizer = application.Services.GetRequiredService<IPersonalizer>();
        await personalizer.PutTitlesAsync(Titles());
        await personalizer.PutProfileAsync(new ProfileSettings { Id = new ProfileId("ann"), Name = "Ann" });
        await personalizer.PutProfileAsync(new ProfileSettings { Id = new ProfileId("bo"), Name = "Bo" });
        return application;
    }

    public static string AddressOf(WebApplication application) =>
        application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_application is not null)
            await _application.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static ImmutableArray<Title> Titles() =>
    [
        .. Enumerable.Range(0, 144).Select(i => new Title
        {
            Id = new TitleId($"t{i}"),
            Name = $"{Genres[i % Genres.Length]} Number {i}",
            Kind = i % 5 == 0 ? TitleKind.Series : TitleKind.Film,
            Year = 1880 + i,
            RuntimeMinutes = 90,
            Synopsis = $"What happened in the year {1880 + i}, told in {Genres[i % Genres.Length].ToLowerInvariant()}.",
            Genres = [Genres[i % Genres.Length]],
            Tags = [i % 2 == 0 ? "warm" : "dark"],
            Episodes = i % 5 == 0 ? [.. Enumerable.Range(1, 4).Select(e => new Episode { Season = 1, Number = e, RuntimeMinutes = 45 })] : [],
        }),
    ];
}
