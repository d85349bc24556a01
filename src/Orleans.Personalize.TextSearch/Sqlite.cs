using SQLitePCL;

namespace Orleans.Personalize.TextSearch;

/// <summary>Short forms of what is done with SQLite's own interface more than once.</summary>
internal static class Sqlite
{
    static Sqlite() => Batteries_V2.Init();

    /// <summary>A new, empty database in memory, for one thread at a time.</summary>
    public static sqlite3 Open()
    {
        var code = raw.sqlite3_open_v2(":memory:", out var database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null);
        database.Require(code, raw.SQLITE_OK);
        return database;
    }

    /// <summary>Runs statements that answer nothing.</summary>
    public static void Run(this sqlite3 database, string sql) => database.Require(raw.sqlite3_exec(database, sql), raw.SQLITE_OK);

    /// <summary>Compiles a statement to be run many times.</summary>
    public static sqlite3_stmt Prepare(this sqlite3 database, string sql)
    {
        database.Require(raw.sqlite3_prepare_v2(database, sql, out var statement), raw.SQLITE_OK);
        return statement;
    }

    /// <summary>Makes an exception of a code that was not expected.</summary>
    /// <exception cref="InvalidOperationException">The code is another.</exception>
    public static void Require(this sqlite3 database, int code, int expected)
    {
        if (code != expected)
            throw new InvalidOperationException($"the text index failed: {raw.sqlite3_errmsg(database).utf8_to_string()} ({code})");
    }
}
