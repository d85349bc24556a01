using System.Collections.Immutable;

namespace Orleans.Personalize.Training.ItemItem;

/// <summary>How the multi-scale item-item model is fitted.</summary>
public sealed record MultiScaleOptions
{
    /// <summary>The time scales; the one that tells most by itself first, as they are fitted in this order where not all at once.</summary>
    public ImmutableArray<TimeScale> Scales { get; init; } = [new(0.8, 500), new(0.4, 200), new(0.97, 1000)];

    /// <summary>How fast what happens later counts less as a target: what remains with each further event, 0 to 1.</summary>
    public double TargetDecay { get; init; } = 0.4;

    /// <summary>Fewest events that let a title have rows of its own.</summary>
    public int MinimumEvents { get; init; } = 3;

    /// <summary>Most titles that have rows, by number of events. The largest matrix has the square of it in elements of 4 bytes.</summary>
    public int MaximumSources { get; init; } = 20_000;

    /// <summary>
    /// Most unknowns (titles times scales) that are solved for at once. Beyond it the scales are fitted one after the other to what those
    /// before have left over, which needs a ninth of the memory and a quarter of the time.
    /// </summary>
    public int MaximumJointUnknowns { get; init; } = 12_000;

    /// <summary>Length of a row in the model file: the weights that are largest in size.</summary>
    public int RowLength { get; init; } = 512;
}
