using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Similarity;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>Adds up the item-item rows of a history. Work grows with the history and the length of the rows, not with the catalogue.</summary>
internal sealed class ItemItemScorer(PersonalizationModel model, ModelTitles titles)
{
    // What remains of what a profile was against after one more interaction: half of it after some 35.
    private const float Grudge = 0.98f;

    // Where it is forgotten.
    private const float Forgiven = 0.01f;

    // What goes best with a title that the profile was wholly against gets log(1 + 4).
    private const float Sharpness = 4;

    // The scale whose rows say what goes together, in whatever order.
    private readonly ItemItemRows? _likeness = FindLikeness(model) is >= 0 and var scale ? new ItemItemRows(model, titles, scale) : null;
    private readonly float _closest = ClosestOf(model, FindLikeness(model));

    /// <summary>What comes next: the rows of all scales that fade.</summary>
    public ItemItemRows[] Next { get; } =
        [.. Enumerable.Range(0, model.Manifest.Scales.Length).Where(scale => scale != FindStable(model)).Select(scale => new ItemItemRows(model, titles, scale))];

    /// <summary>What goes with all that was liked, in whatever order: the rows of the scale without decay, one or none.</summary>
    public ItemItemRows[] Stable { get; } = FindStable(model) is >= 0 and var scale ? [new ItemItemRows(model, titles, scale)] : [];

    /// <summary>What goes with what the profile was against: logarithms that are 0 where nothing does.</summary>
    public void ScoreAgainst(ReadOnlySpan<Interaction> history, Span<float> byModelNumber)
    {
        byModelNumber.Clear();
        if (_likeness is null || _closest == 0)
            return;
        var (weight, any) = (1f, false);
        for (var i = history.Length - 1; i >= 0 && weight > Forgiven; i--, weight *= Grudge)
        {
            if (!(history[i].Strength < 0))
                continue;
            _likeness.AddRow(history[i].Title, -history[i].Strength * weight, byModelNumber);
            any = true;
        }

        if (!any)
            return;

        TensorPrimitives.Max(byModelNumber, 0, byModelNumber);
        TensorPrimitives.Multiply(byModelNumber, Sharpness / _closest, byModelNumber);
        TensorPrimitives.LogP1(byModelNumber, byModelNumber);
    }

    /// <summary>The row of one title that says what goes with it; false where the model knows none.</summary>
    public bool TryReadStableRow(int title, Span<float> byModelNumber)
    {
        byModelNumber.Clear();
        if (_likeness is null || titles.ToModel(title) < 0)
            return false;
        _likeness.AddRow(title, 1, byModelNumber);
        return true;
    }

    private static int FindLikeness(PersonalizationModel model) =>
        FindStable(model) is >= 0 and var stable ? stable : model.Manifest.Scales.Length - 1;

    // What the title that goes best with another weighs, on average.
    private static float ClosestOf(PersonalizationModel model, int scale)
    {
        if (scale < 0)
            return 0;
        var count = model.Titles.Length;
        var starts = model.RowStarts.Span.Slice(scale * count, count + 1);
        var (sum, rows) = (0.0, 0);
        for (var title = 0; title < count; title++)
        {
            if (starts[title] == starts[title + 1])
                continue;
            sum += (double)TensorPrimitives.Max(model.RowWeights.Span[starts[title]..starts[title + 1]]);
            rows++;
        }

        return rows == 0 ? 0 : Math.Max(0, (float)(sum / rows));
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
}
