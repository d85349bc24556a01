using System.Text.Json;
using Microsoft.Data.Sqlite;
using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Json;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Embedded.Storage;

/// <summary>How the whole catalogue is read: at the start of service, and for training.</summary>
internal static class CatalogueRows
{
    /// <summary>The version that the catalogue has.</summary>
    public static long Version(SqliteConnection connection) => connection.Number("SELECT version FROM catalogue");

    /// <summary>All titles with their numbers; without content where removed.</summary>
    public static IEnumerable<(int Number, TitleId Id, Title? Title)> Titles(SqliteConnection connection)
    {
        using var command = connection.Prepared("SELECT number, id, content FROM titles ORDER BY number");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var title = reader.IsDBNull(2) ? null : JsonSerializer.Deserialize<Title>(reader.GetString(2), PersonalizeJson.Options);
            yield return (reader.GetInt32(0), new TitleId(reader.GetString(1)), title);
        }
    }

    /// <summary>The counts of every title that has any.</summary>
    public static IEnumerable<KeyValuePair<int, TitleStatistics>> Statistics(SqliteConnection connection)
    {
        using var command = connection.Prepared("SELECT title, counts FROM title_statistics");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return new(reader.GetInt32(0), TitleStatistics.Decode(reader.GetFieldValue<byte[]>(1)));
    }

    /// <summary>What was opened after searches, for every part that has any.</summary>
    public static IEnumerable<KeyValuePair<int, SearchOpenings>> Openings(SqliteConnection connection)
    {
        using var command = connection.Prepared("SELECT part, openings FROM search_openings");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return new(reader.GetInt32(0), SearchOpenings.Decode(reader.GetFieldValue<byte[]>(1)));
    }
}
