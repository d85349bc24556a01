using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>The item-item rows of one time scale, added up by the model's own numbers of titles.</summary>
/// <param name="model">The model.</param>
/// <param name="titles">Its titles in the catalogue.</param>
/// <param name="scale">The place of the scale. One that does not fade counts what was liked, all others what was chosen.</param>
internal sealed class ItemItemRows(PersonalizationModel model, ModelTitles titles, int scale) : IHistoryRows
{
    private readonly float _liked = model.Manifest.LikedStrength;
    private readonly int _blocks = BlocksOf(titles.ModelCount);

    // int[model's titles][blocks + 1]: where the entries of each block of sums begin in each row, and where the last one ends.
    private readonly int[] _starts = StartsOf(model, titles.ModelCount, scale);

    /// <inheritdoc/>
    public double Decay { get; } = Math.Min(1, model.Manifest.Scales[scale].Decay);

    /// <inheritdoc/>
    public int Reach { get; } = model.Manifest.Scales[scale].Reach;

    /// <inheritdoc/>
    public int Length => titles.ModelCount + 1;

    /// <inheritdoc/>
    public bool Counts(in Interaction interaction) => titles.ToModel(interaction.Title) >= 0 && ValueOf(interaction) != 0;

    /// <inheritdoc/>
    public void AddAll(ReadOnlySpan<Interaction> history, Span<float> sums)
    {
        history = history[Math.Max(0, history.Length - Reach)..];
        for (var block = 0; block < _blocks; block++)
            AddAll(history, block, sums);
    }

    /// <inheritdoc/>
    public void Add(in Interaction interaction, float weight, Span<float> sums)
    {
        if (ValueOf(interaction) is var value && value != 0)
            AddRow(interaction.Title, weight * value, sums);
    }

    /// <summary>Adds the row of one title.</summary>
    /// <param name="title">The title's catalogue number; one that the model does not know has no row.</param>
    /// <param name="factor">What it is multiplied with.</param>
    /// <param name="sums">float[<see cref="Length"/>].</param>
    public void AddRow(int title, float factor, Span<float> sums)
    {
        var number = titles.ToModel(title);
        if (number < 0)
            return;
        var row = _starts.AsSpan(number * (_blocks + 1), _blocks + 1);
        SparseRow.Add(model.RowTitles.Span[row[0]..row[^1]], MemoryMarshal.Cast<Half, ushort>(model.RowWeights.Span[row[0]..row[^1]]), factor, sums);
    }

    private void AddAll(ReadOnlySpan<Interaction> history, int block, Span<float> sums)
    {
        var columns = model.RowTitles.Span;
        var weights = MemoryMarshal.Cast<Half, ushort>(model.RowWeights.Span);
        var weight = 1.0;
        for (var i = history.Length - 1; i >= 0; i--, weight *= Decay)
        {
            if (i >= SparseRow.Ahead && titles.ToModel(history[i - SparseRow.Ahead].Title) is >= 0 and var next)
                SparseRow.Announce(columns[EntriesOf(next, block)], weights[EntriesOf(next, block)]);
            var number = titles.ToModel(history[i].Title);
            var value = (float)weight * ValueOf(history[i]);
            if (number >= 0 && value != 0)
                SparseRow.Add(columns[EntriesOf(number, block)], weights[EntriesOf(number, block)], value, sums);
        }
    }

    private Range EntriesOf(int number, int block)
    {
        var place = (number * (_blocks + 1)) + block;
        return _starts[place].._starts[place + 1];
    }

    // One sum more than titles stands for unknown ones.
    private static int BlocksOf(int count) => (count + SparseRow.SumsTogether) / SparseRow.SumsTogether;

    private static int[] StartsOf(PersonalizationModel model, int count, int scale)
    {
        var blocks = BlocksOf(count);
        var starts = new int[count * (blocks + 1)];
        var rows = model.RowStarts.Span.Slice(scale * count, count + 1);
        var columns = model.RowTitles.Span;
        for (var number = 0; number < count; number++)
        {
            var place = number * (blocks + 1);
            var (entry, end) = (rows[number], rows[number + 1]);
            for (var block = 0; block < blocks; block++)
            {
                starts[place + block] = entry;
                while (entry < end && columns[entry] < (block + 1) * SparseRow.SumsTogether)
                    entry++;
            }

            starts[place + blocks] = end;
        }

        return starts;
    }

    private float ValueOf(in Interaction interaction) => Decay < 1 ? interaction.Evidence : interaction.Strength >= _liked ? 1 : 0;
}
