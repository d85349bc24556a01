using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Orleans.Personalize.Embedded.Storage;

/// <summary>
/// The tables, as numbered steps (<c>schema/001-….sql</c>). The database remembers the last step it took; opening it takes the missing ones.
/// A step that was released is never edited, a change is a new step.
/// </summary>
internal static class Schema
{
    private static readonly string[] Steps =
        [.. typeof(Schema).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("schema/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Brings the database up to the newest step.</summary>
    /// <exception cref="DataFolderException">It is newer than this program.</exception>
    public static void Upgrade(SqliteConnection connection)
    {
        for (var step = Check(connection); step < Steps.Length; step++)
        {
            var number = (step + 1).ToString(CultureInfo.InvariantCulture);
            connection.Execute($"BEGIN IMMEDIATE; {Read(Steps[step])}; PRAGMA user_version = {number}; COMMIT");
        }
    }

    /// <summary>The last step the database took.</summary>
    /// <exception cref="DataFolderException">It is newer than this program.</exception>
    public static int Check(SqliteConnection connection)
    {
        var version = (int)connection.Number("PRAGMA user_version");
        if (version > Steps.Length)
        {
            throw new DataFolderException(
                $"'{connection.DataSource}' was written by a newer version: its schema is {version}, this program knows schemas up to {Steps.Length}");
        }

        return version;
    }

    /// <summary>Makes sure that the database is as this program writes it, for readers, which change nothing.</summary>
    /// <exception cref="DataFolderException">It is older or newer.</exception>
    public static void Require(SqliteConnection connection)
    {
        var version = Check(connection);
        if (version < Steps.Length)
        {
            throw new DataFolderException(
                $"'{connection.DataSource}' was written by an older version (schema {version} of {Steps.Length}): open it once for service to upgrade it");
        }
    }

    private static string Read(string step)
    {
        using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream(step)!);
        return reader.ReadToEnd();
    }
}
