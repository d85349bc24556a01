using System.Collections.Immutable;

namespace Orleans.Personalize.Engine.Titles;

/// <summary>What is played next after one title: decayed counts, valued at one moment, largest first.</summary>
/// <param name="Title">The number of the title that was played before.</param>
/// <param name="Next">Numbers of the titles played next, with their decayed counts.</param>
public sealed record PlayNextCounts(int Title, ImmutableArray<(int Title, float Count)> Next);
