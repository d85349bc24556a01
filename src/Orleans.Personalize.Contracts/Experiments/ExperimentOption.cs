namespace Orleans.Personalize.Experiments;

/// <summary>A figure that arms of experiments may change.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Usual">What it is where nothing changes it.</param>
/// <param name="Least">The least it may be.</param>
/// <param name="Most">The most it may be.</param>
/// <param name="IsWhole">Whether it must be a whole number.</param>
/// <param name="Summary">What it does.</param>
[GenerateSerializer, Immutable, Alias("op.ExperimentOption")]
public sealed record ExperimentOption(
    [property: Id(0)] string Name,
    [property: Id(1)] double Usual,
    [property: Id(2)] double Least,
    [property: Id(3)] double Most,
    [property: Id(4)] bool IsWhole,
    [property: Id(5)] string Summary);
