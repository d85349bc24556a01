namespace Orleans.Personalize.Training.Blending;

/// <summary>How the weights of the blend and the calibration of the match score are learnt.</summary>
public sealed record BlendOptions
{
    /// <summary>Which share of the events, the newest, is held out to learn from.</summary>
    public double HeldOutShare { get; init; } = 0.1;

    /// <summary>Fewest events before a held-out one that make it an example.</summary>
    public int ShortestHistory { get; init; } = 1;

    /// <summary>Most examples that are learnt from, spread evenly over the held-out events.</summary>
    public int MaximumExamples { get; init; } = 5_000;

    /// <summary>Most examples times titles; for many titles there are fewer examples.</summary>
    public int MaximumCounts { get; init; } = 60_000_000;

    /// <summary>Fewest examples; with fewer the weights stay as they are for a model that learnt nothing.</summary>
    public int MinimumExamples { get; init; } = 50;

    /// <summary>How strongly the base weights are drawn to those of a model that learnt nothing, in examples.</summary>
    public double BaseRegularization { get; init; } = 0.3;

    /// <summary>How strongly what the moment adds is drawn to 0, in examples.</summary>
    public double MomentRegularization { get; init; } = 3;

    /// <summary>
    /// Probability of the chosen title at which an example counts half: what is far out of reach should not decide how the titles
    /// within reach are ordered.
    /// </summary>
    public double Reach { get; init; } = 0.03;

    /// <summary>A title of which some part is beyond this, in standard deviations, is always among those the chosen one is compared with.</summary>
    public float NotableDeviation { get; init; } = 2;

    /// <summary>How many of the other titles are drawn at random; they stand for the rest with a weight.</summary>
    public int RandomTitles { get; init; } = 300;

    /// <summary>Most examples for a catalogue of this size.</summary>
    public int MaximumExamplesFor(int titles) => Math.Min(MaximumExamples, MaximumCounts / Math.Max(1, titles));
}
