using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Search;

/// <summary>
/// Finds words in the texts of one catalogue, see <see cref="IndexedText"/>. Immutable and safe for concurrent use; who finds what, in which order,
/// is not its business.
/// </summary>
public interface ITextIndex
{
    /// <summary>The words of names, people, genres and tags.</summary>
    Vocabulary Vocabulary { get; }

    /// <summary>Finds titles.</summary>
    /// <param name="query">What to find.</param>
    /// <param name="into">Receives catalogue numbers in ascending order; what does not fit is left out.</param>
    /// <returns>How many.</returns>
    int FindTitles(TextQuery query, Span<int> into);

    /// <summary>Finds genres, tags and people by their names; of the fields only marks and people mean something here.</summary>
    /// <param name="query">What to find.</param>
    /// <param name="into">Receives ids in ascending order; what does not fit is left out.</param>
    /// <returns>How many.</returns>
    int FindThemes(TextQuery query, Span<ThemeId> into);
}
