namespace Orleans.Personalize.Training.ItemItem;

/// <summary>How the item-item model without decay is fitted.</summary>
public sealed record StableTasteOptions
{
    /// <summary>Ridge term added to the diagonal, in events, for a catalogue with many events; see <see cref="RegularizationShare"/>.</summary>
    public double Regularization { get; init; } = 100;

    /// <summary>The ridge term is at least this share of the mean number of events of a title that has a row.</summary>
    public double RegularizationShare { get; init; } = 0.5;

    /// <summary>Fewest liked events that let a title have a row.</summary>
    public int MinimumEvents { get; init; } = 3;

    /// <summary>Most titles that have rows, by number of liked events.</summary>
    public int MaximumSources { get; init; } = 12_000;

    /// <summary>Length of a row in the model file: the weights that are largest in size.</summary>
    public int RowLength { get; init; } = 512;
}
