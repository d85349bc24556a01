using Orleans.Dashboard;
using Orleans.Personalize.Client;
using Orleans.Personalize.Gateway;
using Orleans.Personalize.Gateway.Posters;
using Orleans.Personalize.Gateway.Readiness;
using Orleans.Personalize.Gateway.Telemetry;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Silo.Configuration;

namespace Orleans.Personalize.Silo.Hosting;

/// <summary>Puts a node together.</summary>
internal static class NodeApplication
{
    // A silo that is cut off while it drains is missed by the others until they find that it is gone. Orchestrators must leave a little more.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(50);

    /// <summary>Makes the application of a node; it is not started yet.</summary>
    /// <exception cref="NodeOptionsException">The node cannot run as it is configured.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder();
        NodeLogging.AddDefaults(builder.Configuration);
        builder.Configuration.AddInMemoryCollection(NodeCommandLine.Read(args));
        var options = NodeOptionsReader.Read(builder.Configuration);
        builder.WebHost.UseUrls(options.UrlInEffect);
        builder.Services.AddSingleton(options);
        builder.Services.AddPersonalizeTelemetry(options.Role == NodeRole.Gateway ? "gateway" : "silo");
        builder.Services.AddSingleton<IReadiness>(
            services => new ClusterReadiness(services.GetRequiredService<IGrainFactory>(), options.Tenant));
        var senders = SendersOf(options);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = DrainTime);
        if (options.Role == NodeRole.Gateway)
            builder.UseOrleansClient(client => client.AddNode(options));
        else
            builder.UseOrleans(silo => silo.AddNode(options, senders));
        if (options.Role != NodeRole.Silo)
            AddHttp(builder.Services, options, senders?.Messages.UnsubscribeKey);

        var application = builder.Build();
        Map(application, options);
        return application;
    }

    /// <summary>Tells the operator where the node can be reached.</summary>
    public static void Announce(WebApplication application)
    {
        var options = application.Services.GetRequiredService<NodeOptions>();
        var url = string.Join(", ", application.Urls);
        NodeLog.Started(
            application.Logger, url, Word(options.Role), Word(options.StorageInEffect), Word(options.Clustering), Path.GetFullPath(options.Data));
        if (options.StorageInEffect == StorageKind.Memory)
            NodeLog.NothingIsKept(application.Logger);
        if (options is { ApiKeys.Count: 0, Role: not NodeRole.Silo } && !application.Urls.All(u => new Uri(u).IsLoopback))
            NodeLog.OpenToEverybody(application.Logger, url);
    }

    private static MessageSenders? SendersOf(NodeOptions options)
    {
        try
        {
            return options.Notify is { } file ? MessageSenders.Read(new FileInfo(file)) : null;
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new NodeOptionsException($"the file that says how messages are sent: {error.Message}", error);
        }
    }

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private static void AddHttp(IServiceCollection services, NodeOptions options, string? unsubscribeKey)
    {
        services.AddPersonalizeClient(client =>
        {
            client.Tenant = options.Tenant;
            client.AnswerDeadline = TimeSpan.FromSeconds(options.AnswerSeconds);
        });
        if (options.EventQueues > 0)
            services.AddPersonalizeEventQueue();
        services.AddSingleton<IPosterSource, DemoPosters>();
        services.AddPersonalizeGateway(gateway =>
        {
            gateway.UnsubscribeKey = unsubscribeKey;
            foreach (var key in options.ApiKeys)
                gateway.ApiKeys.Add(key);
            foreach (var key in options.OperatorKeys)
                gateway.OperatorKeys.Add(key);
        });
    }

    private static void Map(WebApplication application, NodeOptions options)
    {
        if (options.Role == NodeRole.Silo)
            application.MapHealth();
        else
            application.MapPersonalizeGateway();
        if (options.Role == NodeRole.Gateway || options.Dashboard == DashboardAccess.Off)
            return;
        application.UseMiddleware<DashboardGuard>();
        application.MapOrleansDashboard(DashboardGuard.Path);
    }

    private static void MapHealth(this WebApplication application)
    {
        application.MapGet("/healthz", () => "alive");
        application.MapGet("/readyz", async (IReadiness readiness, CancellationToken cancellationToken) =>
            await readiness.WhatIsMissingAsync(cancellationToken) is { } missing
                ? Results.Text(missing, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Text("ready"));
    }
}
