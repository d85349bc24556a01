namespace Orleans.Personalize.Engine.Search;

/// <summary>Words by which a title is found beside its names, themes and story.</summary>
/// <param name="Why">Why they find it, for members; null where the words speak for themselves.</param>
/// <param name="Words">Folded, separated by blanks.</param>
internal sealed record Saying(string? Why, string Words)
{
    /// <summary>The letters of the words.</summary>
    public ulong Letters { get; } = Text.Letters.Of(Words);
}
