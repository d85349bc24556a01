using System.Text;

namespace Orleans.Personalize.Engine.Filters;

/// <summary>Cuts the text of a filter into words, quoted names and signs.</summary>
/// <param name="text">The text.</param>
internal ref struct FilterLexer(ReadOnlySpan<char> text)
{
    private const string Signs = "()[],:=<>!";

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>The next token.</summary>
    /// <exception cref="InvalidRequestException">There is a sign that means nothing, or a quotation mark that is not closed.</exception>
    public FilterToken Next()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
        if (_at == _text.Length) return new FilterToken(FilterToken.Kinds.End, string.Empty, _at + 1);
        return _text[_at] is '"' ? Quoted() : Signs.Contains(_text[_at], StringComparison.Ordinal) ? Sign() : Word();
    }

    private FilterToken Word()
    {
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] != '"' && !Signs.Contains(_text[_at], StringComparison.Ordinal)) _at++;
        return new FilterToken(FilterToken.Kinds.Word, _text[start.._at].ToString(), start + 1);
    }

    private FilterToken Sign()
    {
        var start = _at++;
        if (_text[start] is '<' or '>' or '!' && _at < _text.Length && _text[_at] == '=') _at++;
        return _text[start] == '!' && _at == start + 1
            ? throw TitleFilter.Wrong(start + 1, "'!' means nothing by itself; write '!=' for a number and 'not' before anything else")
            : new FilterToken(FilterToken.Kinds.Sign, _text[start.._at].ToString(), start + 1);
    }

    private FilterToken Quoted()
    {
        var start = _at++;
        var name = new StringBuilder();
        for (; _at < _text.Length; _at++)
        {
            if (_text[_at] == '"')
            {
                _at++;
                return new FilterToken(FilterToken.Kinds.Quoted, name.ToString(), start + 1);
            }

            if (_text[_at] == '\\' && _at + 1 < _text.Length && _text[_at + 1] is '"' or '\\') _at++;
            name.Append(_text[_at]);
        }

        throw TitleFilter.Wrong(start + 1, "the quotation mark is not closed");
    }
}
