using System.Collections.Immutable;

namespace Orleans.Personalize.Training.ItemItem;

/// <summary>Item-item rows as a model file holds them.</summary>
/// <param name="Decays">The decay of each scale.</param>
/// <param name="Starts">int[scales x titles + 1]; where the rows begin.</param>
/// <param name="Titles">Titles that the rows name, ascending within a row.</param>
/// <param name="Weights">Their weights.</param>
internal sealed record SparseRows(ImmutableArray<double> Decays, int[] Starts, ushort[] Titles, Half[] Weights)
{
    /// <summary>One after the other.</summary>
    public static SparseRows Concat(SparseRows first, SparseRows second) => new(
        [.. first.Decays, .. second.Decays],
        [.. first.Starts, .. second.Starts.Skip(1).Select(start => start + first.Titles.Length)],
        [.. first.Titles, .. second.Titles],
        [.. first.Weights, .. second.Weights]);
}
