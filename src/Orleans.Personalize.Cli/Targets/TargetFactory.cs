using Orleans.Personalize.Embedded;

namespace Orleans.Personalize.Cli.Targets;

/// <summary>Opens what a command works on.</summary>
internal static class TargetFactory
{
    /// <summary>The running service at <paramref name="service"/>, or else the folder.</summary>
    /// <param name="service">Address of a service; null for the folder.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="create">Whether a folder without data is to be made; else it is an error.</param>
    public static ITarget Open(Uri? service, DirectoryInfo data, bool create = false)
    {
        if (service is not null)
            return new ServiceTarget(service);
        if (!create && !DataFolder.HasData(data))
            throw new CommandFailedException($"there are no data in {data.FullName}; name the folder with --data or a running service with --to");
        try
        {
            return new FolderTarget(EmbeddedPersonalizer.Open(new EmbeddedOptions { DataFolder = data.FullName }));
        }
        catch (DataFolderException failure)
        {
            throw new CommandFailedException($"{failure.Message} (where a service is running on the folder, name it with --to)", failure);
        }
    }

    /// <summary>The same to fill it: a folder is made where there is none, a service may be waited for.</summary>
    public static async Task<ITarget> OpenToFillAsync(Uri? service, DirectoryInfo data, int waitSeconds, CancellationToken cancellationToken)
    {
        var target = Open(service, data, create: true);
        if (target is ServiceTarget running && waitSeconds > 0)
            await running.WaitAsync(TimeSpan.FromSeconds(waitSeconds), TimeProvider.System, cancellationToken);
        return target;
    }
}
