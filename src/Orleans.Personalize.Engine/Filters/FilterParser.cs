using System.Globalization;

namespace Orleans.Personalize.Engine.Filters;

/// <summary>
/// Reads a filter by recursive descent: 'or' binds least, then 'and', then 'not'. Depth and number of tests are bounded, so that no text
/// makes it work for long.
/// </summary>
internal ref struct FilterParser
{
    private const int Deepest = 16;
    private const int MostTests = 64;
    private const decimal Largest = 1_000_000;

    private FilterLexer _lexer;
    private FilterToken _next;
    private int _depth;
    private int _tests;

    private FilterParser(ReadOnlySpan<char> text)
    {
        _lexer = new FilterLexer(text);
        _next = _lexer.Next();
    }

    /// <summary>Reads a filter.</summary>
    /// <exception cref="InvalidRequestException">It is none; the reason names the column.</exception>
    public static FilterNode Parse(ReadOnlySpan<char> text)
    {
        var parser = new FilterParser(text);
        var node = parser.Either();
        return parser._next.Kind == FilterToken.Kinds.End ? node : throw parser.Expected("'and', 'or' or the end");
    }

    private FilterNode Either()
    {
        List<FilterNode> parts = [All()];
        while (_next.IsWord("or"))
        {
            Take();
            parts.Add(All());
        }

        return parts.Count == 1 ? parts[0] : new JoinedNode(all: false, [.. parts]);
    }

    private FilterNode All()
    {
        List<FilterNode> parts = [One()];
        while (_next.IsWord("and"))
        {
            Take();
            parts.Add(One());
        }

        return parts.Count == 1 ? parts[0] : new JoinedNode(all: true, [.. parts]);
    }

    private FilterNode One()
    {
        var begin = _next;
        if (!begin.IsWord("not") && !begin.IsSign("(")) return Test();
        if (++_depth > Deepest) throw TitleFilter.Wrong(begin.Column, $"brackets and 'not' are more than {Deepest} deep here");
        Take();
        FilterNode node;
        if (begin.IsSign("("))
        {
            node = Either();
            TakeSign(")");
        }
        else
        {
            node = new NotNode(One());
        }

        _depth--;
        return node;
    }

    private FilterNode Test()
    {
        if (_next.Kind != FilterToken.Kinds.Word) throw Expected("a field, 'not' or '('");
        var word = Take();
        if (!FilterWords.TryField(word.Text, out var field))
            throw TitleFilter.Wrong(word.Column, $"'{word.Text}' is no field; known are {FilterWords.AllFields}");
        if (++_tests > MostTests) throw TitleFilter.Wrong(word.Column, $"there are more than {MostTests} tests");
        return FilterWords.IsNumber(field) ? NumberTest(field, word.Text) : TextTest(field, word.Text);
    }

    private FilterNode TextTest(FilterField field, string word)
    {
        if (_next.IsWord("in"))
        {
            var names = new List<string>();
            Take();
            TakeSign("[");
            do names.Add(Name(field));
            while (TakeIfSign(","));
            TakeSign("]");
            return new TextNode(field, [.. names]);
        }

        if (!_next.IsSign(":")) throw Expected($"':' or 'in' after '{word}'");
        Take();
        return new TextNode(field, [Name(field)]);
    }

    private FilterNode NumberTest(FilterField field, string word)
    {
        if (_next.IsWord("in"))
        {
            var numbers = new List<decimal>();
            Take();
            TakeSign("[");
            do numbers.Add(Number());
            while (TakeIfSign(","));
            TakeSign("]");
            return new NumberNode(field, FilterComparison.Equal, [.. numbers]);
        }

        if (_next.Kind != FilterToken.Kinds.Sign || !FilterWords.TryComparison(_next.Text, out var comparison))
            throw Expected($"=, !=, <, <=, >, >= or 'in' after '{word}'");
        Take();
        return new NumberNode(field, comparison, [Number()]);
    }

    private string Name(FilterField field)
    {
        if (_next.Kind is not (FilterToken.Kinds.Word or FilterToken.Kinds.Quoted)) throw Expected("a name");
        var name = Take();
        if (string.IsNullOrWhiteSpace(name.Text)) throw TitleFilter.Wrong(name.Column, "the name is empty");
        if (field == FilterField.Kind
            && !name.Text.Equals("film", StringComparison.OrdinalIgnoreCase) && !name.Text.Equals("series", StringComparison.OrdinalIgnoreCase))
            throw TitleFilter.Wrong(name.Column, $"a kind is 'film' or 'series', not '{name.Text}'");
        return name.Text;
    }

    private decimal Number()
    {
        var word = _next;
        if (word.Kind != FilterToken.Kinds.Word
            || !decimal.TryParse(word.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > Largest)
            throw Expected($"a number from 0 to {Largest.ToString("N0", CultureInfo.InvariantCulture)}");
        Take();
        return number;
    }

    private FilterToken Take()
    {
        var token = _next;
        _next = _lexer.Next();
        return token;
    }

    private bool TakeIfSign(string sign)
    {
        if (!_next.IsSign(sign)) return false;
        Take();
        return true;
    }

    private void TakeSign(string sign)
    {
        if (!TakeIfSign(sign)) throw Expected($"'{sign}'");
    }

    private readonly InvalidRequestException Expected(string what) => TitleFilter.Wrong(_next.Column, $"{what} is expected here, not {_next}");
}
