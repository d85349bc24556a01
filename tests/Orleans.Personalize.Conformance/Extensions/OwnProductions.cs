using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Conformance.Extensions;

/// <summary>A nudge for what the service produced itself.</summary>
public sealed class OwnProductions : IScoreSource
{
    // Standard deviations of the score.
    private const float Nudge = 0.5f;

    /// <inheritdoc/>
    public string Name => "ownProduction";

    /// <inheritdoc/>
    public void Score(PageView page, Span<float> scores) => TensorPrimitives.Multiply(page.Prepared(this, Mark), Nudge, scores);

    // 1 for each own production: worked out once for a catalogue.
    private static float[] Mark(Catalog catalog)
    {
        var marks = new float[catalog.Count];
        for (var number = 0; number < marks.Length; number++)
            marks[number] = catalog[number] is { } title && title.Tags.Contains("own production") ? 1 : 0;
        return marks;
    }
}
