using System.Runtime.InteropServices;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>
/// The strongest entries of every item-item row of the scales that reach far back: what a row says beyond them drowns in the sum over many
/// rows. Made once for a model, of fixed length, so that adding one up needs neither bounds nor lookups.
/// </summary>
internal sealed class RowPrefixes
{
    /// <summary>How many entries a row has; what is missing has the weight 0.</summary>
    public const int Length = 256;

    // Magnitudes of half precision without the sign, sixteen in a bin.
    private const int Bins = 1 << 11;
    private const int BinShift = 4;
    private const int Magnitude = 0x7FFF;

    private readonly ushort[]?[] _titles;
    private readonly ushort[]?[] _weights;

    /// <summary>Finds them.</summary>
    public RowPrefixes(PersonalizationModel model)
    {
        var scales = model.Manifest.Scales;
        _titles = new ushort[]?[scales.Length];
        _weights = new ushort[]?[scales.Length];
        var starts = model.RowStarts.Span;
        var titles = model.Titles.Length;
        var counts = new int[Bins];
        for (var scale = 0; scale < scales.Length; scale++)
        {
            if (scales[scale].Reach <= ItemItemScale.FreshRows)
                continue;
            var (named, weights) = (new ushort[titles * Length], new ushort[titles * Length]);
            for (var title = 0; title < titles; title++)
            {
                var row = starts[(scale * titles) + title]..starts[(scale * titles) + title + 1];
                Select(model.RowTitles.Span[row], model.RowWeights.Span[row], counts, named.AsSpan(title * Length, Length), weights.AsSpan(title * Length, Length));
            }

            (_titles[scale], _weights[scale]) = (named, weights);
        }
    }

    /// <summary>Whether the rows of a scale have them: where it reaches beyond <see cref="ItemItemScale.FreshRows"/>.</summary>
    public bool Has(int scale) => _titles[scale] is not null;

    /// <summary>The titles that a row names, ascending: ushort[<see cref="Length"/>].</summary>
    /// <param name="scale">A scale that has them.</param>
    /// <param name="title">The model's number of the row's title.</param>
    public ReadOnlySpan<ushort> Titles(int scale, int title) => _titles[scale].AsSpan(title * Length, Length);

    /// <summary>The bits of their weights, in half precision.</summary>
    /// <param name="scale">A scale that has them.</param>
    /// <param name="title">The model's number of the row's title.</param>
    public ReadOnlySpan<ushort> Weights(int scale, int title) => _weights[scale].AsSpan(title * Length, Length);

    private static void Select(ReadOnlySpan<ushort> titles, ReadOnlySpan<Half> weights, int[] counts, Span<ushort> named, Span<ushort> kept)
    {
        var bits = MemoryMarshal.Cast<Half, ushort>(weights);
        var (floor, ofFloor) = (-1, 0);
        if (bits.Length > Length)
            (floor, ofFloor) = Floor(bits, counts);
        var count = 0;
        for (var i = 0; i < bits.Length && count < Length; i++)
        {
            var bin = (bits[i] & Magnitude) >> BinShift;
            if (bin < floor || (bin == floor && ofFloor-- <= 0))
                continue;
            (named[count], kept[count]) = (titles[i], bits[i]);
            count++;
        }
    }

    // The bin of the weakest entries that are kept, and how many of that bin are.
    private static (int Bin, int Count) Floor(ReadOnlySpan<ushort> bits, int[] counts)
    {
        Array.Clear(counts);
        foreach (var weight in bits)
            counts[(weight & Magnitude) >> BinShift]++;
        var (bin, left) = (Bins - 1, Length);
        while (counts[bin] < left)
            left -= counts[bin--];
        return (bin, left);
    }
}
