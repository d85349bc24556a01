using System.Buffers;

namespace Orleans.Personalize.Engine.Search.Text;

/// <summary>Words that are being written, in room that is lent and must be given back.</summary>
/// <param name="capacity">Characters to have room for at first.</param>
internal struct WrittenWords(int capacity) : IDisposable
{
    private char[] _text = ArrayPool<char>.Shared.Rent(capacity);
    private int _length;
    private bool _ended;

    /// <summary>What was written, with single blanks between words; not to be used once the room is given back.</summary>
    public readonly ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>Goes on with a word, or begins one after an end.</summary>
    public void Add(char c)
    {
        if (_ended && _length > 0) Append(' ');
        _ended = false;
        Append(c);
    }

    /// <summary>Goes on with letters of one word.</summary>
    public void Add(string letters)
    {
        foreach (var c in letters) Add(c);
    }

    /// <summary>Ends the word.</summary>
    public void End() => _ended = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        (_text, _length) = ([], 0);
    }

    private void Append(char c)
    {
        if (_length == _text.Length) Grow();
        _text[_length++] = c;
    }

    private void Grow()
    {
        var larger = ArrayPool<char>.Shared.Rent(2 * _text.Length);
        _text.CopyTo(larger, 0);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
