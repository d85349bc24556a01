using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Orleans.Personalize.Embedded.Storage;

/// <summary>
/// A statement of the writer that runs for every event, straight on SQLite's own interface: it spares the reader, the boxed parameters and
/// the strings of a command. Used inside a transaction, which holds the lock, so it never has to wait.
/// </summary>
internal sealed class CompiledStatement : IDisposable
{
    private const int LongestOnStack = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public CompiledStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Require(raw.sqlite3_prepare_v2(_database, sql, out _statement), raw.SQLITE_OK);
    }

    /// <summary>Binds a number to a parameter, counted from 1.</summary>
    public CompiledStatement With(int parameter, long value)
    {
        Require(raw.sqlite3_bind_int64(_statement, parameter, value), raw.SQLITE_OK);
        return this;
    }

    /// <summary>Binds bytes to a parameter, counted from 1.</summary>
    public CompiledStatement With(int parameter, ReadOnlySpan<byte> value)
    {
        Require(raw.sqlite3_bind_blob(_statement, parameter, value), raw.SQLITE_OK);
        return this;
    }

    /// <summary>Binds a text to a parameter, counted from 1.</summary>
    public CompiledStatement With(int parameter, string value)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(value.Length);
        byte[]? rented = null;
        var bytes = longest <= LongestOnStack ? stackalloc byte[LongestOnStack] : (rented = ArrayPool<byte>.Shared.Rent(longest));
        var written = Encoding.UTF8.GetBytes(value, bytes);
        var code = raw.sqlite3_bind_text(_statement, parameter, bytes[..written]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        Require(code, raw.SQLITE_OK);
        return this;
    }

    /// <summary>Runs the statement.</summary>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="SqliteException">The database could not do it.</exception>
    public int Run()
    {
        var code = raw.sqlite3_step(_statement);
        var changed = code == raw.SQLITE_DONE ? raw.sqlite3_changes(_database) : 0;
        var reset = raw.sqlite3_reset(_statement);
        Require(code, raw.SQLITE_DONE);
        Require(reset, raw.SQLITE_OK);
        return changed;
    }

    public void Dispose() => _statement.Dispose();

    private void Require(int code, int expected)
    {
        if (code != expected)
            throw new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), code & 0xff, code);
    }
}
