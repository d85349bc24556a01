using System.Globalization;
using Microsoft.Data.Sqlite;
using Orleans.Personalize.Engine.Audiences;

namespace Orleans.Personalize.Embedded.Storage;

/// <summary>Opens connections to the database with the settings that the promises rest on.</summary>
/// <param name="path">The file.</param>
/// <param name="busyTimeout">How long to wait for a lock that another connection holds.</param>
/// <param name="maxBytes">The largest size of the file; null for none.</param>
internal sealed class Database(string path, TimeSpan busyTimeout, long? maxBytes)
{
    private const int SqliteNotADatabase = 26;
    private const int SqliteCorrupt = 11;

    /// <summary>Opens the file for service: makes or upgrades it where need be.</summary>
    /// <exception cref="DataFolderException">It is newer than this program, damaged, or no database.</exception>
    public SqliteConnection OpenWriter()
    {
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate, busyTimeout);
        try
        {
            // WAL lets readers go on while the writer commits. synchronous=FULL syncs the log at every commit: with NORMAL, what was
            // acknowledged would survive the end of the process, but not the loss of power; the group commit shares the cost of the sync.
            // secure_delete overwrites what is deleted with zeros, so that erased profiles leave nothing in free pages.
            connection.Execute(
                """
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA secure_delete = ON;
                PRAGMA temp_store = MEMORY;
                PRAGMA busy_timeout = 200;
                PRAGMA cache_size = -65536;
                PRAGMA wal_autocheckpoint = 8000;
                PRAGMA journal_size_limit = 67108864;
                """);
            Schema.Upgrade(connection);
            if (maxBytes is { } bytes)
            {
                var pages = bytes / connection.Number("PRAGMA page_size");
                connection.Execute($"PRAGMA max_page_count = {pages.ToString(CultureInfo.InvariantCulture)}");
            }

            return connection;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SqliteNotADatabase or SqliteCorrupt)
        {
            connection.Dispose();
            throw new DataFolderException($"'{path}' is damaged or no database: {e.Message}", e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens the file beside the writer, to read only.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = Open(path, SqliteOpenMode.ReadOnly, busyTimeout);
        connection.CreateFunction(
            "contains",
            (string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase),
            isDeterministic: true);
        connection.CreateFunction("order_of_drawing", (string profile) => AudienceSample.OrderOf(new ProfileId(profile)), isDeterministic: true);
        return connection;
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode, TimeSpan busyTimeout)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(busyTimeout.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
