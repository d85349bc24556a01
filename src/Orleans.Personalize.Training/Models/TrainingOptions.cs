using Orleans.Personalize.Training.Blending;
using Orleans.Personalize.Training.Communities;
using Orleans.Personalize.Training.Factorization;
using Orleans.Personalize.Training.ItemItem;
using Orleans.Personalize.Training.Judgements;
using Orleans.Personalize.Training.Sequence;

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

    /// <summary>The item-item model of what comes next.</summary>
    public MultiScaleOptions MultiScale { get; init; } = new();

    /// <summary>The item-item model of what goes together.</summary>
    public StableTasteOptions StableTaste { get; init; } = new();

    /// <summary>The title vectors.</summary>
    public FactorOptions Factors { get; init; } = new();

    /// <summary>How titles that nobody played yet get vectors.</summary>
    public ContentOptions Content { get; init; } = new();

    /// <summary>What the match score knows of how titles are judged.</summary>
    public JudgementOptions Judgements { get; init; } = new();

    /// <summary>The sequence encoder; null for what fits the size of the data, which may be none.</summary>
    public SequenceTrainingOptions? Sequence { get; init; }

    /// <summary>
    /// Folder where the sequence encoder, which takes longest, is kept after every pass: a run that was stopped goes on from there, and what was
    /// trained on the same events in the same way is not trained again. Null for none.
    /// </summary>
    public string? CheckpointFolder { get; init; }

    /// <summary>How taste communities are found.</summary>
    public CommunityOptions Communities { get; init; } = new();

    /// <summary>How the parts are blended.</summary>
    public BlendOptions Blend { get; init; } = new();
}
