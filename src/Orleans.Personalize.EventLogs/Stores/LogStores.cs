namespace Orleans.Personalize.EventLogs;

/// <summary>Finds a store by what an operator calls it.</summary>
public static class LogStores
{
    /// <summary>
    /// Opens a store: a folder, by its path or a file address; a container of blobs, by its address with a shared access signature; or, with a connection string of an
    /// Azure storage account, a container of that account, by its name.
    /// </summary>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public static ILogStore Open(string location, string? connection = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(location);
        if (connection is not null)
            return BlobLogStore.OfConnection(connection, location);
        if (location.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(location, UriKind.Absolute, out var address))
        {
            return address.Scheme switch
            {
                "file" => new FolderLogStore(address.LocalPath),
                "http" or "https" => BlobLogStore.OfAddress(address),
                _ => throw new ArgumentException($"'{location}' is neither a folder nor the address of a container", nameof(location)),
            };
        }

        return new FolderLogStore(location);
    }
}
