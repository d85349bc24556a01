using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Titles;
using SQLitePCL;

namespace Orleans.Personalize.TextSearch;

/// <summary>A connection that reads a database in place, from memory that it keeps alive until it is closed. For one thread at a time.</summary>
internal sealed class IndexReader : SafeHandle
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _titles;
    private readonly sqlite3_stmt _names;
    private readonly sqlite3_stmt _themes;
    private readonly MatchWriter _match = new();

    /// <param name="database">The bytes of a database, pinned.</param>
    public IndexReader(byte[] database)
        : base(IntPtr.Zero, ownsHandle: true)
    {
        _database = Sqlite.Open();
        SetHandle(GCHandle.ToIntPtr(GCHandle.Alloc(database)));
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(database, 0);
        _database.Require(
            raw.sqlite3_deserialize(_database, "main", address, database.Length, database.Length, raw.SQLITE_DESERIALIZE_READONLY), raw.SQLITE_OK);

        // Pages are read where they lie, not copied into a cache.
        _database.Run("PRAGMA mmap_size = 2147418112");
        _titles = _database.Prepare("SELECT rowid FROM titles WHERE titles MATCH ?");
        _names = _database.Prepare("SELECT rowid FROM names WHERE names MATCH ?");
        _themes = _database.Prepare("SELECT rowid FROM themes WHERE themes MATCH ?");
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == IntPtr.Zero;

    /// <summary>See <see cref="ITextIndex.FindTitles"/>.</summary>
    public int FindTitles(TextQuery query, Span<int> into)
    {
        var statement = query.Fields == TextFields.Names ? _names : _titles;
        Begin(statement, query, statement == _names ? TextFields.Names : TextFields.All);
        var count = 0;
        while (count < into.Length && Step(statement)) into[count++] = (int)raw.sqlite3_column_int64(statement, 0);
        _ = raw.sqlite3_reset(statement);
        return count;
    }

    /// <summary>See <see cref="ITextIndex.FindThemes"/>.</summary>
    public int FindThemes(TextQuery query, Span<ThemeId> into)
    {
        Begin(_themes, query, TextFields.Marks | TextFields.People);
        var count = 0;
        while (count < into.Length && Step(_themes)) into[count++] = new ThemeId((ulong)raw.sqlite3_column_int64(_themes, 0));
        _ = raw.sqlite3_reset(_themes);
        return count;
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        _titles?.Dispose();
        _names?.Dispose();
        _themes?.Dispose();
        _database?.Dispose();
        GCHandle.FromIntPtr(handle).Free();
        return true;
    }

    private void Begin(sqlite3_stmt statement, TextQuery query, TextFields all) =>
        _database.Require(raw.sqlite3_bind_text(statement, 1, _match.Write(query, all)), raw.SQLITE_OK);

    private bool Step(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW) return true;
        _database.Require(code, raw.SQLITE_DONE);
        return false;
    }
}
