namespace Orleans.Personalize.Training.Judgements;

/// <summary>How it is fitted what judgements of titles depend on. Chosen on the validation part of MovieLens 1M.</summary>
public sealed record JudgementOptions
{
    /// <summary>How many numbers describe taste, 0 to 31; with the mean of a title they fill the registers of a processor.</summary>
    public int Dimension { get; init; } = 7;

    /// <summary>Ridge term of the numbers of taste, in judgements.</summary>
    public double Regularization { get; init; } = 6;

    /// <summary>Ridge term of the means of titles and the moods of profiles, in judgements.</summary>
    public double MeanRegularization { get; init; } = 5;

    /// <summary>What remains of a judgement's weight in its profile's taste after one more.</summary>
    public double Fading { get; init; } = 0.99;

    /// <summary>How often titles and profiles are fitted in turn.</summary>
    public int Iterations { get; init; } = 8;
}
