namespace Orleans.Personalize.Engine.Filters;

/// <summary>A word, a name in quotation marks or a sign.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Text">The word or sign, or the name without its quotation marks.</param>
/// <param name="Column">Where it begins, counted from 1.</param>
internal readonly record struct FilterToken(FilterToken.Kinds Kind, string Text, int Column)
{
    /// <summary>The kinds of tokens.</summary>
    internal enum Kinds
    {
        /// <summary>Nothing more.</summary>
        End,

        /// <summary>A word or number.</summary>
        Word,

        /// <summary>A name in quotation marks.</summary>
        Quoted,

        /// <summary>A bracket, comma, colon or comparison.</summary>
        Sign,
    }

    /// <summary>Whether it is a certain word.</summary>
    public bool IsWord(string word) => Kind == Kinds.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a certain sign.</summary>
    public bool IsSign(string sign) => Kind == Kinds.Sign && Text.Equals(sign, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Kind == Kinds.End ? "the end" : $"'{Text}'";
}
