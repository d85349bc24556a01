namespace Orleans.Personalize.Engine.Search.Text;

/// <summary>The folded form of a text that is looked at once and not kept.</summary>
internal ref struct FoldedText : IDisposable
{
    private WrittenWords _words;

    /// <summary>Folds a text.</summary>
    public FoldedText(ReadOnlySpan<char> text)
    {
        _words = new WrittenWords(text.Length + 8);
        Folding.Write(text, latin: false, ref _words);
    }

    /// <summary>What <see cref="Folding.Fold(ReadOnlySpan{char})"/> would give.</summary>
    public readonly ReadOnlySpan<char> Text => _words.Text;

    /// <inheritdoc/>
    public void Dispose() => _words.Dispose();
}
