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
        var starts = model.RowStarts.Span[(scale * titles.ModelCount)..];
        var columns = model.RowTitles.Span;
        var weights = MemoryMarshal.Cast<Half, ushort>(model.RowWeights.Span);
        var weight = 1.0;
        history = history[Math.Max(0, history.Length - Reach)..];
        for (var i = history.Length - 1; i >= 0; i--, weight *= Decay)
        {
            if (i > 0 && titles.ToModel(history[i - 1].Title) is >= 0 and var next)
                SparseRow.Announce(columns[starts[next]..starts[next + 1]], weights[starts[next]..starts[next + 1]]);
            var number = titles.ToModel(history[i].Title);
            var value = (float)weight * ValueOf(history[i]);
            if (number >= 0 && value != 0)
                SparseRow.Add(columns[starts[number]..starts[number + 1]], weights[starts[number]..starts[number + 1]], value, sums);
        }
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
        var row = (scale * titles.ModelCount) + number;
        var (start, end) = (model.RowStarts.Span[row], model.RowStarts.Span[row + 1]);
        SparseRow.Add(model.RowTitles.Span[start..end], MemoryMarshal.Cast<Half, ushort>(model.RowWeights.Span[start..end]), factor, sums);
    }

    private float ValueOf(in Interaction interaction) => Decay < 1 ? interaction.Evidence : interaction.Strength >= _liked ? 1 : 0;
}
