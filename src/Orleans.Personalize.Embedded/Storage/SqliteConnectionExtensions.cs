using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Orleans.Personalize.Embedded.Storage;

/// <summary>Short forms of what is done with a connection more than once.</summary>
internal static class SqliteConnectionExtensions
{
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.Prepared(sql);
        command.ExecuteNonQuery();
    }

    public static long Number(this SqliteConnection connection, string sql)
    {
        using var command = connection.Prepared(sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>A command with the named parameters, in order, without values; compiled once, at its first execution.</summary>
    public static SqliteCommand Prepared(this SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        // The texts are constants of this assembly; values go in as parameters only.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    /// <summary>Sets a parameter by its place.</summary>
    public static SqliteCommand With(this SqliteCommand command, int parameter, object? value)
    {
        command.Parameters[parameter].Value = value ?? DBNull.Value;
        return command;
    }
}
