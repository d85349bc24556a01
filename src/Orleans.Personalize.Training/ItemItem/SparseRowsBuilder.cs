using System.Collections.Immutable;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.ItemItem;

/// <summary>Keeps of dense rows the weights that are largest in size.</summary>
internal sealed class SparseRowsBuilder(int titleCount, int rowLength, int threads)
{
    private readonly List<Scale> _scales = [];

    /// <summary>Adds the rows of a scale.</summary>
    public void Add(ItemItemWeights scale)
    {
        var columns = new ushort[scale.Sources.Length][];
        var weights = new Half[scale.Sources.Length][];
        Threads.For(scale.Sources.Length, threads, source => (columns[source], weights[source]) = Shorten(scale.Row(source), source));
        _scales.Add(new Scale(scale.Decay, scale.Sources, columns, weights));
    }

    /// <summary>target -= sum over sources of cross[source] * the source's row of a scale that was added.</summary>
    public void SubtractProduct(int scale, ReadOnlySpan<double> cross, Span<float> target)
    {
        var rows = _scales[scale];
        for (var source = 0; source < rows.Sources.Length; source++)
        {
            var factor = (float)cross[source];
            if (factor == 0)
                continue;
            var columns = rows.Columns[source];
            var values = rows.Weights[source];
            for (var i = 0; i < columns.Length; i++)
                target[columns[i]] -= factor * (float)values[i];
        }
    }

    /// <summary>Puts all rows into one.</summary>
    public SparseRows Build()
    {
        var starts = new int[(_scales.Count * titleCount) + 1];
        for (var scale = 0; scale < _scales.Count; scale++)
        {
            for (var source = 0; source < _scales[scale].Sources.Length; source++)
                starts[(scale * titleCount) + _scales[scale].Sources[source] + 1] = _scales[scale].Columns[source].Length;
        }

        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        return new SparseRows(
            [.. _scales.Select(scale => scale.Decay)],
            starts,
            [.. _scales.SelectMany(scale => scale.Columns.SelectMany(row => row.Select(column => (ushort)scale.Sources[column])))],
            [.. _scales.SelectMany(scale => scale.Weights).SelectMany(row => row)]);
    }

    // A title never recommends itself, so its own weight is left out.
    private (ushort[] Columns, Half[] Weights) Shorten(ReadOnlySpan<float> row, int self)
    {
        var sizes = new float[row.Length];
        for (var i = 0; i < row.Length; i++)
            sizes[i] = i == self ? 0 : MathF.Abs(row[i]);
        var threshold = 0f;
        if (row.Length > rowLength)
        {
            Array.Sort(sizes);
            threshold = sizes[row.Length - rowLength];
        }

        var columns = new List<ushort>(rowLength);
        var weights = new List<Half>(rowLength);
        for (var i = 0; i < row.Length && columns.Count < rowLength; i++)
        {
            var weight = (Half)row[i];
            if (i == self || MathF.Abs(row[i]) < threshold || weight == Half.Zero)
                continue;
            columns.Add((ushort)i);
            weights.Add(weight);
        }

        return ([.. columns], [.. weights]);
    }

    private sealed record Scale(double Decay, ImmutableArray<int> Sources, ushort[][] Columns, Half[][] Weights);
}
