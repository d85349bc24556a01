using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Orleans.Personalize.Embedded.Storage;

/// <summary>The read connections that are open and free. As many are open as were ever used at once.</summary>
internal sealed class Readers(Database database) : IDisposable
{
    private readonly ConcurrentBag<Reader> _free = [];
    private volatile bool _disposed;

    /// <summary>Runs a query on a connection of its own.</summary>
    /// <exception cref="UnavailableException">The database cannot be read.</exception>
    public T Use<T>(Func<Reader, T> query)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Reader? reader = null;
        try
        {
            if (!_free.TryTake(out reader))
                reader = new Reader(database.OpenReader());
            var result = query(reader);
            Return(reader);
            return result;
        }
        catch (SqliteException e)
        {
            reader?.Dispose();
            throw new UnavailableException($"the database cannot be read: {e.Message}", e);
        }
        catch
        {
            reader?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_free.TryTake(out var reader))
            reader.Dispose();
    }

    private void Return(Reader reader)
    {
        _free.Add(reader);
        if (_disposed)
            Dispose();
    }
}
