using System.Collections.Immutable;
using Orleans.Personalize.Training.LinearAlgebra;

namespace Orleans.Personalize.Training.ItemItem;

/// <summary>Keeps of dense rows the weights that are largest in size.</summary>
internal sealed class SparseRowsBuilder(int titleCount, int rowLength, int threads)
{
    private readonly List<(double Decay, ushort[]?[] Titles, Half[]?[] Weights)> _scales = [];

    /// <summary>Adds the rows of a scale.</summary>
    public void Add(ItemItemWeights scale)
    {
        var titles = new ushort[]?[titleCount];
        var weights = new Half[]?[titleCount];
        Threads.For(scale.Sources.Length, threads, source =>
        {
            var title = scale.Sources[source];
            (titles[title], weights[title]) = Shorten(scale.Row(source), title);
        });
        _scales.Add((scale.Decay, titles, weights));
    }

    /// <summary>target -= sum over sources of cross[source] * the source's row of a scale that was added.</summary>
    public void SubtractProduct(int scale, ImmutableArray<int> sources, ReadOnlySpan<double> cross, Span<float> target)
    {
        var (_, titles, weights) = _scales[scale];
        for (var source = 0; source < sources.Length; source++)
        {
            var factor = (float)cross[source];
            if (factor == 0 || titles[sources[source]] is not { } columns)
                continue;
            var values = weights[sources[source]]!;
            for (var i = 0; i < columns.Length; i++)
                target[columns[i]] -= factor * (float)values[i];
        }
    }

    /// <summary>Puts all rows into one.</summary>
    public SparseRows Build()
    {
        var starts = new int[(_scales.Count * titleCount) + 1];
        var number = 0;
        foreach (var (_, titles, _) in _scales)
        {
            foreach (var row in titles)
                starts[number + 1] = starts[number++] + (row?.Length ?? 0);
        }

        return new SparseRows(
            [.. _scales.Select(scale => scale.Decay)],
            starts,
            [.. _scales.SelectMany(scale => scale.Titles).SelectMany(row => row ?? [])],
            [.. _scales.SelectMany(scale => scale.Weights).SelectMany(row => row ?? [])]);
    }

    // A title never recommends itself, so its own weight is left out.
    private (ushort[] Titles, Half[] Weights) Shorten(ReadOnlySpan<float> row, int self)
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

        var titles = new List<ushort>(rowLength);
        var weights = new List<Half>(rowLength);
        for (var i = 0; i < row.Length && titles.Count < rowLength; i++)
        {
            var weight = (Half)row[i];
            if (i == self || MathF.Abs(row[i]) < threshold || weight == Half.Zero)
                continue;
            titles.Add((ushort)i);
            weights.Add(weight);
        }

        return ([.. titles], [.. weights]);
    }
}
