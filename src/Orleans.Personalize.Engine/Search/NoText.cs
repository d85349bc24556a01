using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Search;

/// <summary>The text index of an engine that was given none: it finds nothing, and every search answers with top picks.</summary>
internal sealed class NoText : ITextIndex
{
    /// <summary>The one.</summary>
    public static NoText Instance { get; } = new();

    /// <inheritdoc/>
    public Vocabulary Vocabulary => Vocabulary.Empty;

    /// <inheritdoc/>
    public int FindTitles(TextQuery query, Span<int> into) => 0;

    /// <inheritdoc/>
    public int FindThemes(TextQuery query, Span<ThemeId> into) => 0;
}
