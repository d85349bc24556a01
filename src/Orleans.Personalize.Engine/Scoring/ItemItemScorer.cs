using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>Adds up the item-item rows of a history. Work grows with the history and the length of the rows, not with the catalogue.</summary>
internal sealed class ItemItemScorer(PersonalizationModel model, ModelTitles titles)
{
    // Where a fading history no longer changes the order of titles.
    private const double Negligible = 1e-4;

    // Weights that are widened at once.
    private const int Block = 256;

    /// <summary>The scale without decay, by its place; -1 where the model has none.</summary>
    private readonly int _stable = FindStable(model);

    /// <summary>What comes next, by all scales that fade.</summary>
    public void ScoreNext(ReadOnlySpan<Interaction> history, Span<float> byModelNumber)
    {
        byModelNumber.Clear();
        for (var scale = 0; scale < model.Manifest.Scales.Length; scale++)
        {
            if (scale == _stable)
                continue;
            var decay = model.Manifest.Scales[scale].Decay;
            var weight = 1.0;
            for (var i = history.Length - 1; i >= 0 && weight > Negligible; i--, weight *= decay)
                AddRow(scale, history[i].Title, (float)weight, byModelNumber);
        }
    }

    /// <summary>What goes with all that was liked, in whatever order.</summary>
    public void ScoreStable(ReadOnlySpan<Interaction> history, Span<float> byModelNumber)
    {
        byModelNumber.Clear();
        if (_stable < 0)
            return;
        foreach (var interaction in history)
        {
            if (interaction.Strength >= model.Manifest.LikedStrength)
                AddRow(_stable, interaction.Title, 1, byModelNumber);
        }
    }

    /// <summary>The row of one title that says what goes with it; false where the model knows none.</summary>
    public bool TryReadStableRow(int title, Span<float> byModelNumber)
    {
        byModelNumber.Clear();
        var scale = _stable >= 0 ? _stable : model.Manifest.Scales.Length - 1;
        if (scale < 0 || titles.ToModel(title) < 0)
            return false;
        AddRow(scale, title, 1, byModelNumber);
        return true;
    }

    private static int FindStable(PersonalizationModel model)
    {
        for (var scale = 0; scale < model.Manifest.Scales.Length; scale++)
        {
            if (model.Manifest.Scales[scale].Decay >= 1)
                return scale;
        }

        return -1;
    }

    private void AddRow(int scale, int title, float weight, Span<float> byModelNumber)
    {
        var number = titles.ToModel(title);
        if (number < 0)
            return;
        var starts = model.RowStarts.Span.Slice((scale * titles.ModelCount) + number, 2);
        var columns = model.RowTitles.Span[starts[0]..starts[1]];
        var weights = model.RowWeights.Span[starts[0]..starts[1]];
        Span<float> wide = stackalloc float[Block];
        while (!columns.IsEmpty)
        {
            var length = Math.Min(Block, columns.Length);
            TensorPrimitives.ConvertToSingle(weights[..length], wide);
            TensorPrimitives.Multiply(wide[..length], weight, wide);
            for (var i = 0; i < length; i++)
                byModelNumber[columns[i]] += wide[i];
            columns = columns[length..];
            weights = weights[length..];
        }
    }
}
