using System.Collections.Immutable;

namespace Orleans.Personalize.Engine.Search;

/// <summary>What a text index is asked for.</summary>
/// <param name="Words">For each word of the search the choices by which it may be met; all words must be met; at least one word, and for each at least one choice.</param>
/// <param name="Fields">Where the words may stand; each word in any of the fields.</param>
public sealed record TextQuery(ImmutableArray<ImmutableArray<WordChoice>> Words, TextFields Fields);
