namespace Orleans.Personalize.Training.Sequence;

/// <summary>How a sequence encoder is trained.</summary>
public sealed record SequenceTrainingOptions
{
    /// <summary>Length of a title's vector, a multiple of 32.</summary>
    public int Dimension { get; init; } = 128;

    /// <summary>Length of the hidden state, a multiple of 32.</summary>
    public int Hidden { get; init; } = 256;

    /// <summary>Passes over the events; 0 for no encoder.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Groups of lanes that can be worked on at the same time.</summary>
    public int Shards { get; init; } = 4;

    /// <summary>Lanes of a group, a multiple of 8.</summary>
    public int LanesPerShard { get; init; } = 8;

    /// <summary>Steps between two changes of the weights; gradients go back no further.</summary>
    public int Steps { get; init; } = 64;

    /// <summary>Largest step of Adam; falls to zero as a cosine.</summary>
    public float LearningRate { get; init; } = 2e-3f;

    /// <summary>Share of the steps in which the learning rate rises from zero.</summary>
    public float WarmUp { get; init; } = 0.03f;

    /// <summary>Share of the input's elements that are dropped.</summary>
    public float InputDropout { get; init; } = 0.2f;

    /// <summary>Share of the state's elements that are dropped on the way to the titles.</summary>
    public float StateDropout { get; init; } = 0.3f;

    /// <summary>Share of the events that are predicted without knowing the moment.</summary>
    public float UnknownMoment { get; init; } = 0.2f;

    /// <summary>How much of the running average of the weights is kept at every step; 0 for no average.</summary>
    public float AverageDecay { get; init; } = 0.995f;

    /// <summary>Pull of the weights towards zero at every step, times the learning rate.</summary>
    public float WeightDecay { get; init; }

    /// <summary>From how many profiles the last event is held out, to see when to stop.</summary>
    public int HeldOut { get; init; } = 2000;

    /// <summary>How many passes in a row may predict the held-out events worse than the best one before the run stops.</summary>
    public int Patience { get; init; } = 4;

    /// <summary>File where the run is saved after every pass and taken up again; null for none.</summary>
    public string? CheckpointFile { get; init; }

    /// <summary>Seed of all random choices.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads work; 0 for one a processor. Does not change the result.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// Options that fit the size of the data: few events get a smaller network, which changes its weights more often; very many get fewer passes;
    /// very few are better counted than learnt from.
    /// </summary>
    public static SequenceTrainingOptions For(EventSequences sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        const int TooFew = 5_000;
        const int Few = 300_000;
        const long Enough = 10_000_000;
        var options = new SequenceTrainingOptions();
        if (sequences.Events < TooFew)
            return options with { Epochs = 0 };
        return sequences.Events < Few
            ? options with { Dimension = 64, Hidden = 128, Shards = 2, LanesPerShard = 8, Epochs = 16 }
            : options with { Epochs = (int)Math.Clamp(Enough / sequences.Events, 2, options.Epochs) };
    }
}
