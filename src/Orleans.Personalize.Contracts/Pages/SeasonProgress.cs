namespace Orleans.Personalize.Pages;

/// <summary>How far a profile is in one season of a series.</summary>
[GenerateSerializer, Immutable, Alias("op.SeasonProgress")]
public sealed record SeasonProgress
{
    /// <summary>The season, counted from 1.</summary>
    [Id(0)]
    public required int Season { get; init; }

    /// <summary>How many episodes it has.</summary>
    [Id(1)]
    public required int Episodes { get; init; }

    /// <summary>How many of them lie before the place to resume; all where the series was finished.</summary>
    [Id(2)]
    public required int Watched { get; init; }

    /// <summary>Whether the place to resume is in it.</summary>
    [Id(3)]
    public bool IsCurrent { get; init; }
}
