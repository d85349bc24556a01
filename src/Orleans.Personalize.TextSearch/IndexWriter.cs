using System.Runtime.InteropServices;
using System.Text;
using Orleans.Personalize.Engine.Search;
using Orleans.Personalize.Engine.Titles;
using SQLitePCL;

namespace Orleans.Personalize.TextSearch;

/// <summary>The database that is written to. Texts are indexed and not kept: the catalogue has them.</summary>
internal sealed class IndexWriter : IDisposable
{
    // The engine folds texts and cuts them into words; to this tokenizer every character but the blank is part of a word.
    private const string Settings = "content = '', contentless_delete = 1, detail = column, tokenize = 'ascii', prefix = '1 2 3'";

    // Most searches are for names: in a table of their own the words of long synopses do not stand in the way.
    private const string Plain = "content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '1 2 3'";

    // A whole catalogue goes into the index at once instead of in a hundred pieces that must be merged. In bytes.
    private const string Buffer = "67108864";

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _addTitle;
    private readonly sqlite3_stmt _removeTitle;
    private readonly sqlite3_stmt _addNames;
    private readonly sqlite3_stmt _removeNames;
    private readonly sqlite3_stmt _addTheme;
    private readonly sqlite3_stmt _removeTheme;

    public IndexWriter()
    {
        _database = Sqlite.Open();
        _database.Run($"""
            PRAGMA journal_mode = OFF;
            CREATE VIRTUAL TABLE titles USING fts5(names, people, marks, story, {Settings});
            CREATE VIRTUAL TABLE names USING fts5(words, {Plain});
            CREATE VIRTUAL TABLE themes USING fts5(marks, people, {Settings});
            INSERT INTO titles (titles, rank) VALUES ('hashsize', {Buffer});
            INSERT INTO names (names, rank) VALUES ('hashsize', {Buffer});
            INSERT INTO themes (themes, rank) VALUES ('hashsize', {Buffer});
            """);
        _addTitle = _database.Prepare("INSERT INTO titles (rowid, names, people, marks, story) VALUES (?, ?, ?, ?, ?)");
        _removeTitle = _database.Prepare("DELETE FROM titles WHERE rowid = ?");
        _addNames = _database.Prepare("INSERT INTO names (rowid, words) VALUES (?, ?)");
        _removeNames = _database.Prepare("DELETE FROM names WHERE rowid = ?");
        _addTheme = _database.Prepare("INSERT INTO themes (rowid, marks, people) VALUES (?, ?, ?)");
        _removeTheme = _database.Prepare("DELETE FROM themes WHERE rowid = ?");
    }

    public void Begin() => _database.Run("BEGIN");

    public void Commit() => _database.Run("COMMIT");

    public void AddTitle(int number, IndexedText text)
    {
        Run(_addTitle, number, text.Names, text.People, text.Marks, text.Story);
        Run(_addNames, number, text.Names);
    }

    public void RemoveTitle(int number)
    {
        Run(_removeTitle, number);
        Run(_removeNames, number);
    }

    public void AddTheme(ThemeId id, ThemeKind kind, string words) =>
        Run(_addTheme, (long)id.Value, kind == ThemeKind.Person ? "" : words, kind == ThemeKind.Person ? words : "");

    public void RemoveTheme(ThemeId id) => Run(_removeTheme, (long)id.Value);

    /// <summary>The database as it is now, as the bytes of a file; pinned, as SQLite will read it in place.</summary>
    public byte[] Copy()
    {
        var bytes = raw.sqlite3_serialize(_database, "main", out var length, 0);
        if (bytes == IntPtr.Zero) throw new InvalidOperationException("there is no memory for another copy of the text index");
        try
        {
            var copy = GC.AllocateUninitializedArray<byte>(checked((int)length), pinned: true);
            Marshal.Copy(bytes, copy, 0, copy.Length);
            return copy;
        }
        finally
        {
            raw.sqlite3_free(bytes);
        }
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<sqlite3_stmt>)[_addTitle, _removeTitle, _addNames, _removeNames, _addTheme, _removeTheme]) statement.Dispose();
        _database.Dispose();
    }

    private void Run(sqlite3_stmt statement, long rowid, params ReadOnlySpan<string> texts)
    {
        _database.Require(raw.sqlite3_bind_int64(statement, 1, rowid), raw.SQLITE_OK);
        for (var i = 0; i < texts.Length; i++)
            _database.Require(raw.sqlite3_bind_text(statement, i + 2, Encoding.UTF8.GetBytes(texts[i])), raw.SQLITE_OK);
        var code = raw.sqlite3_step(statement);
        _ = raw.sqlite3_reset(statement);
        _database.Require(code, raw.SQLITE_DONE);
    }
}
