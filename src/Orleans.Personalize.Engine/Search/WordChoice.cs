namespace Orleans.Personalize.Engine.Search;

/// <summary>One of the words by which a word of a search may be met.</summary>
/// <param name="Word">A folded word.</param>
/// <param name="IsPrefix">Whether words that begin so meet it too.</param>
/// <param name="Worth">What it counts of the word as it was typed, in (0,1].</param>
public readonly record struct WordChoice(string Word, bool IsPrefix, float Worth);
