using Microsoft.Extensions.Configuration.Memory;

namespace Orleans.Personalize.Silo.Hosting;

/// <summary>What a node logs unless a settings file or the environment says otherwise.</summary>
internal static class NodeLogging
{
    /// <summary>Puts the levels before every other source, so that each of them can change them.</summary>
    public static void AddDefaults(IConfigurationBuilder configuration) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Logging:LogLevel:Default"] = "Information",
                ["Logging:LogLevel:Microsoft"] = "Warning",
                ["Logging:LogLevel:Azure"] = "Warning",
                ["Logging:LogLevel:Orleans"] = "Warning",

                // A line for every message that nobody waits for any more, with all that is known of it, when a cluster has least time for that.
                ["Logging:LogLevel:Orleans.Messaging"] = "Error",

                // Of writes that fail the grains tell in a line; with their stacks they would be thousands.
                ["Logging:LogLevel:Orleans.Storage"] = "Critical",
                ["Logging:LogLevel:Orleans.Personalize.Grains.Storage.MeasuredStorage"] = "Critical",
                ["Logging:LogLevel:Orleans.Personalize"] = "Information",
            },
        });
}
