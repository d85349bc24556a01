namespace Orleans.Personalize.Training.Models;

/// <summary>The phases of a training run, in their order.</summary>
public enum TrainingPhase
{
    /// <summary>Events are read and counted.</summary>
    Counting = 0,

    /// <summary>The parts are fitted without the newest events, to see how they do on those.</summary>
    FittingForValidation = 1,

    /// <summary>The weights of the blend are learnt on held-out events.</summary>
    Blending = 2,

    /// <summary>The match score is calibrated on held-out judgements.</summary>
    Calibrating = 3,

    /// <summary>The parts are fitted on all events.</summary>
    Fitting = 4,

    /// <summary>The model is put together.</summary>
    Packing = 5,
}
