using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Orleans.Personalize.Silo.Storage;

/// <summary>Adds grain storage in files to a silo.</summary>
public static class FileGrainStorageExtensions
{
    /// <summary>
    /// Adds grain storage in files for development. A write returns when it would survive a loss of power. The silos of one machine may
    /// share the folder.
    /// </summary>
    /// <param name="builder">The silo.</param>
    /// <param name="name">The provider's name.</param>
    /// <param name="directory">The folder; made where it is missing.</param>
    public static ISiloBuilder AddFileGrainStorage(this ISiloBuilder builder, string name, string directory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddGrainStorage(
            name,
            (services, _) => new FileGrainStorage(directory, ActivatorUtilities.CreateInstance<OrleansGrainStorageSerializer>(services)));
        return builder;
    }
}
