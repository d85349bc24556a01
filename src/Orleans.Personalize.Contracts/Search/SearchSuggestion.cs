namespace Orleans.Personalize.Search;

/// <summary>Something to search for instead of what was typed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words to show, and to search for when it is chosen.</param>
[GenerateSerializer, Immutable, Alias("op.SearchSuggestion")]
public sealed record SearchSuggestion(
    [property: Id(0)] SuggestionKind Kind,
    [property: Id(1)] string Text);
