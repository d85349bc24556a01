using System.Collections.Immutable;
using Orleans.Personalize.Training.ItemItem;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.Refresh;

/// <summary>Puts columns that were solved anew into the rows that are there.</summary>
internal static class RowMerger
{
    /// <summary>Merges; of each row the weights that are largest in size are kept.</summary>
    /// <param name="before">The rows that are there.</param>
    /// <param name="titlesBefore">How many titles those have.</param>
    /// <param name="titles">How many titles there are now.</param>
    /// <param name="equations">What the columns were solved of.</param>
    /// <param name="places">Place of each column's title among the sources, ascending.</param>
    /// <param name="columns">float[unknowns x columns].</param>
    /// <param name="rowLength">Most weights of a row.</param>
    public static SparseRows Merge(
        SparseRows before, int titlesBefore, int titles, INormalEquations equations, ImmutableArray<int> places, DenseMatrix columns, int rowLength)
    {
        var sources = equations.Sources;
        var placeOf = SourceTitles.Numbers(titles, sources);
        var isNew = new bool[titles];
        foreach (var place in places)
            isNew[sources[place]] = true;
        var starts = new List<int>((before.Decays.Length * titles) + 1) { 0 };
        var (named, weights) = (new List<ushort>(before.Titles.Length), new List<Half>(before.Titles.Length));
        var row = new List<(ushort Title, Half Weight)>();
        for (var scale = 0; scale < before.Decays.Length; scale++)
        {
            for (var title = 0; title < titles; title++)
            {
                row.Clear();
                var isSource = placeOf[title] >= 0;
                if (title < titlesBefore)
                    Keep(before, (scale * titlesBefore) + title, isSource ? isNew : [], row);
                if (isSource)
                    Add(columns.Row((scale * sources.Length) + placeOf[title]), sources, places, title, row);
                foreach (var (other, weight) in Largest(row, rowLength))
                {
                    named.Add(other);
                    weights.Add(weight);
                }

                starts.Add(named.Count);
            }
        }

        return new SparseRows(before.Decays, [.. starts], [.. named], [.. weights]);
    }

    private static void Keep(SparseRows before, int number, bool[] isNew, List<(ushort Title, Half Weight)> row)
    {
        for (var i = before.Starts[number]; i < before.Starts[number + 1]; i++)
        {
            var title = before.Titles[i];
            if (title >= isNew.Length || !isNew[title])
                row.Add((title, before.Weights[i]));
        }
    }

    private static void Add(ReadOnlySpan<float> values, ImmutableArray<int> sources, ImmutableArray<int> places, int self, List<(ushort Title, Half Weight)> row)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var title = sources[places[i]];
            var weight = (Half)values[i];
            if (title != self && weight != Half.Zero)
                row.Add(((ushort)title, weight));
        }
    }

    private static IEnumerable<(ushort Title, Half Weight)> Largest(List<(ushort Title, Half Weight)> row, int most)
    {
        if (row.Count <= most)
            return row.OrderBy(entry => entry.Title);
        return row.OrderByDescending(entry => Half.Abs(entry.Weight)).ThenBy(entry => entry.Title).Take(most).OrderBy(entry => entry.Title);
    }
}
