using Azure.Storage.Queues;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Personalize.Grains.Queues;
using Orleans.Personalize.Silo.Configuration;
using Orleans.Providers.Streams.AzureQueue;

namespace Orleans.Personalize.Silo.Hosting;

/// <summary>Brings events to silos through Azure queues, and from gateways into them.</summary>
internal static class EventQueueExtensions
{
    // A message that a silo took and did not delete, because it ended, is there again for the others after this.
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(1);

    // Messages of one queue in the memory of its silo; while they wait, no more are fetched.
    private const int Cached = 512;

    /// <summary>Lets a silo record what comes through queues.</summary>
    public static void AddEventQueues(this ISiloBuilder silo, NodeOptions options)
    {
        if (options.EventQueues == 0)
            return;
        silo.AddAzureQueueStreams(EventLanes.Provider, queues =>
        {
            queues.ConfigureAzureQueue(azure => azure.Configure(configured => Configure(configured, options)));
            queues.ConfigureQueueDataAdapter((services, _) => new ReadableQueueAdapter(ActivatorUtilities.CreateInstance<AzureQueueDataAdapterV2>(services)));
            queues.ConfigureCacheSize(Cached);
            queues.ConfigureEventLanes();
        });
    }

    /// <summary>Lets a gateway put events into queues.</summary>
    public static void AddEventQueues(this IClientBuilder client, NodeOptions options)
    {
        if (options.EventQueues == 0)
            return;
        client.AddAzureQueueStreams(EventLanes.Provider, (OptionsBuilder<AzureQueueOptions> azure) => azure.Configure(configured => Configure(configured, options)));
    }

    private static void Configure(AzureQueueOptions azure, NodeOptions options)
    {
        azure.QueueServiceClient = new QueueServiceClient(options.Connection);
        azure.QueueNames = [.. Enumerable.Range(0, options.EventQueues).Select(number => $"events-{options.ServiceId}-{number}")];
        azure.MessageVisibilityTimeout = Hidden;
    }
}
