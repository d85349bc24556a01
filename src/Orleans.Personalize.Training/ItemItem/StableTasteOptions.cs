namespace Orleans.Personalize.Training.ItemItem;

/// <summary>How the item-item model without decay is fitted.</summary>
public sealed record StableTasteOptions
{
    /// <summary>Least ridge term added to the diagonal, in events; see <see cref="RegularizationShare"/>.</summary>
    public double Regularization { get; init; } = 20;

    /// <summary>The ridge term is this share of the mean number of events of a title that has a row.</summary>
    public double RegularizationShare { get; init; } = 2.4;

    /// <summary>The share of a history that is thought to be missing when the rest of it is completed, at least 0 and less than 1.</summary>
    public double Dropout { get; init; } = 0.6;

    /// <summary>
    /// How much less each event of a long history counts: an event of a history of n liked titles has a weight in proportion to n to the
    /// power of minus this. 0 for all events alike, 1 for all profiles alike.
    /// </summary>
    public double ProfileExponent { get; init; } = 0.5;

    /// <summary>Fewest liked events that let a title have a row.</summary>
    public int MinimumEvents { get; init; } = 3;

    /// <summary>Most titles that have rows, by number of liked events.</summary>
    public int MaximumSources { get; init; } = 12_000;

    /// <summary>Length of a row in the model file: the weights that are largest in size.</summary>
    public int RowLength { get; init; } = 512;
}
