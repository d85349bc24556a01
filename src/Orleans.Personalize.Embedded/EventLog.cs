using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Orleans.Personalize.Embedded.Catalogue;
using Orleans.Personalize.Embedded.Storage;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;

namespace Orleans.Personalize.Embedded;

/// <summary>Reads titles and events out of a data folder, for training; also while another process, or this one, serves from it.</summary>
/// <param name="dataFolder">The folder.</param>
public sealed class EventLog(string dataFolder)
{
    private const int RowsAtOnce = 1000;

    private readonly Database _database = new(DataFolder.DatabaseIn(dataFolder), TimeSpan.FromSeconds(5), maxBytes: null);

    /// <summary>The titles with their numbers, as of now.</summary>
    /// <exception cref="DataFolderException">There is no database, or one of another version.</exception>
    /// <exception cref="UnavailableException">The database cannot be read.</exception>
    public Catalog ReadCatalog()
    {
        try
        {
            using var connection = Open();
            var titles = new TitleRegister();
            using var snapshot = connection.BeginTransaction(deferred: true);
            titles.Publish(CatalogueRows.Titles(connection), CatalogueRows.Version(connection));
            return titles.ToCatalog();
        }
        catch (SqliteException e)
        {
            throw Unreadable(e);
        }
    }

    /// <summary>
    /// All events that are kept, in the order in which they were accepted, up to the last one accepted when the end is reached. The service
    /// goes on meanwhile: a few rows are read at a time.
    /// </summary>
    /// <exception cref="DataFolderException">There is no database, or one of another version.</exception>
    /// <exception cref="UnavailableException">The database cannot be read.</exception>
    public async IAsyncEnumerable<ProfileEvent> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var connection = await Task.Run(Open, cancellationToken);
        using var command = connection.Prepared(
            "SELECT sequence, payload FROM events WHERE sequence > $after ORDER BY sequence LIMIT $count", "$after", "$count");
        var after = 0L;
        List<ProfileEvent> events;
        do
        {
            (events, after) = await Task.Run(() => Read(command, after), cancellationToken);
            foreach (var e in events)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return e;
            }
        }
        while (events.Count == RowsAtOnce);
    }

    private static (List<ProfileEvent> Events, long Last) Read(SqliteCommand command, long after)
    {
        try
        {
            var events = new List<ProfileEvent>(RowsAtOnce);
            using var reader = command.With(0, after).With(1, RowsAtOnce).ExecuteReader();
            while (reader.Read())
            {
                after = reader.GetInt64(0);
                events.Add(JsonSerializer.Deserialize<ProfileEvent>(reader.GetFieldValue<byte[]>(1), PersonalizeJson.Options)!);
            }

            return (events, after);
        }
        catch (SqliteException e)
        {
            throw Unreadable(e);
        }
    }

    private static UnavailableException Unreadable(SqliteException e) => new($"the event log cannot be read: {e.Message}", e);

    private SqliteConnection Open()
    {
        if (!File.Exists(DataFolder.DatabaseIn(dataFolder)))
            throw new DataFolderException($"there is no database in '{Path.GetFullPath(dataFolder)}'");

        SqliteConnection? connection = null;
        try
        {
            connection = _database.OpenReader();
            Schema.Require(connection);
            return connection;
        }
        catch (SqliteException e)
        {
            connection?.Dispose();
            throw Unreadable(e);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }
}
