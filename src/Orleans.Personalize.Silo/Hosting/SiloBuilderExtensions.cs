using System.Net;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Personalize.EventLogs;
using Orleans.Personalize.Grains;
using Orleans.Personalize.Grains.Notifications;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Silo.Configuration;
using Orleans.Personalize.Silo.Storage;
using Orleans.Storage;

namespace Orleans.Personalize.Silo.Hosting;

/// <summary>Makes a silo, or a client of silos, as the operator decided.</summary>
internal static class SiloBuilderExtensions
{
    // A storage that does not answer is given up before callers are, but not so soon that a slow one is asked the same again and again.
    private static readonly TimeSpan StoragePatience = TimeSpan.FromSeconds(10);

    // Callers are told of calls that take longer. Nobody waits so long, and to tell it of every call of a cluster that has fallen behind would hold it up more.
    private static readonly TimeSpan SlowCall = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LeastAgain = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StoragePause = TimeSpan.FromMilliseconds(200);

    /// <summary>Adds clustering, storage, grains and dashboard to a silo.</summary>
    public static void AddNode(this ISiloBuilder silo, NodeOptions options, MessageSenders? senders)
    {
        silo.AddClustering(options);
        silo.AddStorage(options);
        silo.AddEventQueues(options);
        if (senders is not null)
            silo.AddReminderService(options);
        silo.AddPersonalize(grains =>
        {
            grains.ModelDirectory = Path.Combine(options.Data, "models");
            grains.ModelRegistry = options.Models is { } container ? BlobLogStore.OfConnection(options.Connection!, container) : null;
            grains.DefaultTenant = options.Tenant;
            grains.MemoryLimitPercent = options.MemoryPercent < 100 ? options.MemoryPercent : null;
            grains.EventLog = EventLogOf(options);
            grains.KeepLoggedEvents = options.EventLogDays is { } days ? TimeSpan.FromDays(days) : null;
            grains.Notifications = senders is null ? null : new GrainNotificationOptions { Senders = senders.Senders, Again = Max(senders.Every, LeastAgain) };
        });
        silo.AddActivityPropagation();
        silo.Configure<SiloMessagingOptions>(messaging =>
            (messaging.RequestProcessingWarningTime, messaging.RequestQueueDelayWarningTime) = (SlowCall, SlowCall));
        if (options.Dashboard != DashboardAccess.Off)
            silo.AddDashboard();
    }

    /// <summary>Connects a client to the cluster.</summary>
    public static void AddNode(this IClientBuilder client, NodeOptions options)
    {
        client.AddActivityPropagation();
        client.AddEventQueues(options);
        if (options.Clustering == ClusteringKind.Localhost)
        {
            client.UseLocalhostClustering(options.GatewayPort, options.ServiceId, options.ClusterId);
            return;
        }

        client.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId));
        client.UseAzureStorageClustering(azure => azure.TableServiceClient = new TableServiceClient(options.Connection));
    }

    private static void AddClustering(this ISiloBuilder silo, NodeOptions options)
    {
        if (options.Clustering == ClusteringKind.Localhost)
        {
            var primary = options.PrimaryPort == 0 ? null : new IPEndPoint(IPAddress.Loopback, options.PrimaryPort);
            silo.UseLocalhostClustering(options.SiloPort, options.GatewayPort, primary, options.ServiceId, options.ClusterId);
            return;
        }

        silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.ClusterId, options.ServiceId));
        silo.AddEndpoints(options);
        silo.UseAzureStorageClustering(azure => azure.TableServiceClient = new TableServiceClient(options.Connection));
    }

    private static void AddEndpoints(this ISiloBuilder silo, NodeOptions options)
    {
        if (options.Address is null)
        {
            silo.ConfigureEndpoints(options.SiloPort, options.GatewayPort);
            return;
        }

        // A silo that is reached at the loopback address is for this machine only, and does not listen to others.
        var address = IPAddress.Parse(options.Address);
        silo.ConfigureEndpoints(address, options.SiloPort, options.GatewayPort, listenOnAnyHostAddress: !IPAddress.IsLoopback(address));
    }

    private static void AddStorage(this ISiloBuilder silo, NodeOptions options)
    {
        switch (options.StorageInEffect)
        {
            case StorageKind.Files:
                silo.AddFileGrainStorage(PersonalizeStorage.Name, Path.Combine(options.Data, "grains", options.ServiceId));
                break;
            case StorageKind.Memory:
                silo.AddMemoryGrainStorage(PersonalizeStorage.Name);
                break;
            default:
                silo.AddAzureBlobGrainStorage(PersonalizeStorage.Name, (OptionsBuilder<AzureBlobStorageOptions> azure) =>
                    azure.Configure<IServiceProvider>((blobs, services) =>
                    {
                        blobs.BlobServiceClient = new BlobServiceClient(options.Connection, BlobOptions());
                        blobs.ContainerName = $"grains-{options.ServiceId}";
                        blobs.GrainStorageSerializer = ActivatorUtilities.CreateInstance<OrleansGrainStorageSerializer>(services);
                    }));
                break;
        }
    }

    // With storage in files or memory it is for one machine, and what is due is found again by the next use of each profile.
    private static void AddReminderService(this ISiloBuilder silo, NodeOptions options)
    {
        if (options.StorageInEffect == StorageKind.Azure)
            silo.UseAzureTableReminderService(azure => azure.Configure(tables => tables.TableServiceClient = new TableServiceClient(options.Connection)));
        else
            silo.UseInMemoryReminderService();
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static ILogStore? EventLogOf(NodeOptions options) => options switch
    {
        { EventLog: "off" } => null,
        { EventLog: { } container, StorageInEffect: StorageKind.Azure } => BlobLogStore.OfConnection(options.Connection!, container),
        { EventLog: { } folder } => new FolderLogStore(folder),
        { StorageInEffect: StorageKind.Files } => new FolderLogStore(Path.Combine(options.Data, "log", options.ServiceId)),
        { StorageInEffect: StorageKind.Azure } => BlobLogStore.OfConnection(options.Connection!, $"log-{options.ServiceId}"),
        _ => null,
    };

    private static BlobClientOptions BlobOptions()
    {
        var options = new BlobClientOptions();
        options.Retry.NetworkTimeout = StoragePatience;
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = StoragePause;
        return options;
    }
}
