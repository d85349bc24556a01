using System.Buffers;
using System.Text;
using Orleans.Personalize.Engine.Search;

namespace Orleans.Personalize.TextSearch;

/// <summary>Writes queries in the language of FTS5. Words are letters and digits only and stand in quotes: nothing in them is taken for syntax.</summary>
internal sealed class MatchWriter
{
    private readonly ArrayBufferWriter<byte> _text = new(256);

    /// <summary>The expression, valid until the next.</summary>
    /// <param name="query">What to find.</param>
    /// <param name="all">The fields that need not be named, because there are no others.</param>
    public ReadOnlySpan<byte> Write(TextQuery query, TextFields all)
    {
        _text.ResetWrittenCount();
        if ((query.Fields & all) != all) WriteFields(query.Fields & all);
        _text.Write("("u8);
        for (var i = 0; i < query.Words.Length; i++)
        {
            _text.Write(i == 0 ? "("u8 : " AND ("u8);
            for (var j = 0; j < query.Words[i].Length; j++)
            {
                _text.Write(j == 0 ? "\""u8 : " OR \""u8);
                Encoding.UTF8.GetBytes(query.Words[i][j].Word, _text);
                _text.Write(query.Words[i][j].IsPrefix ? "\" *"u8 : "\""u8);
            }

            _text.Write(")"u8);
        }

        _text.Write(")"u8);
        return _text.WrittenSpan;
    }

    private void WriteFields(TextFields fields)
    {
        _text.Write("{"u8);
        if (fields.HasFlag(TextFields.Names)) _text.Write("names "u8);
        if (fields.HasFlag(TextFields.People)) _text.Write("people "u8);
        if (fields.HasFlag(TextFields.Marks)) _text.Write("marks "u8);
        if (fields.HasFlag(TextFields.Story)) _text.Write("story "u8);
        _text.Write("} : "u8);
    }
}
