namespace Orleans.Personalize.Engine.Search;

/// <summary>A title that goes with a search, with its place in the order.</summary>
/// <param name="Title">Its number.</param>
/// <param name="Score">Larger comes first.</param>
/// <param name="Match">How well it goes with the search.</param>
internal readonly record struct RankedMatch(int Title, double Score, TitleMatch Match);
