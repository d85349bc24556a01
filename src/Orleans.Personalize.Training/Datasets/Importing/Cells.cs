using System.Collections.Immutable;

namespace Orleans.Personalize.Training.Datasets.Importing;

/// <summary>Reads cells that hold lists.</summary>
internal static class Cells
{
    /// <summary>The entries of a list, each once, without blanks around them.</summary>
    public static ImmutableArray<string> List(string cell, char separator) =>
        [.. cell.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}
