namespace Orleans.Personalize.Experiments;

/// <summary>Whether an experiment runs.</summary>
[GenerateSerializer, Alias("op.ExperimentStanding")]
public enum ExperimentStanding
{
    /// <summary>It has not begun.</summary>
    Defined = 0,

    /// <summary>It runs.</summary>
    Running = 1,

    /// <summary>It has ended.</summary>
    Ended = 2,
}
