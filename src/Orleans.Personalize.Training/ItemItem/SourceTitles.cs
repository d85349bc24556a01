using System.Collections.Immutable;

namespace Orleans.Personalize.Training.ItemItem;

/// <summary>Which titles have rows of their own.</summary>
internal static class SourceTitles
{
    /// <summary>The titles with enough events, the most played where there are too many; ascending.</summary>
    public static ImmutableArray<int> Choose(int[] counts, int minimum, int most) =>
        [.. Enumerable.Range(0, counts.Length)
            .Where(title => counts[title] >= minimum)
            .OrderByDescending(title => counts[title])
            .ThenBy(title => title)
            .Take(most)
            .Order()];

    /// <summary>The place of each title among the sources: int[titles], -1 where it is none.</summary>
    public static int[] Numbers(int titles, ImmutableArray<int> sources)
    {
        var numbers = new int[titles];
        Array.Fill(numbers, -1);
        for (var i = 0; i < sources.Length; i++)
            numbers[sources[i]] = i;
        return numbers;
    }
}
