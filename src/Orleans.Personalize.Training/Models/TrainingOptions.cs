namespace Orleans.Personalize.Training.Models;

/// <summary>How a model is trained. The defaults adapt themselves to the size of the data and serve any of it.</summary>
public sealed record TrainingOptions
{
    /// <summary>Seed of all random choices. The same data, options and seed make the same bytes on any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads work; 0 for one a processor.</summary>
    public int Threads { get; init; }

    /// <summary>The moment that is written into the model as the time of training; null for the time of the newest event.</summary>
    public DateTimeOffset? TrainedAt { get; init; }
}
