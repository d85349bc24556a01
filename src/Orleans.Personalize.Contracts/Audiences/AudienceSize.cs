namespace Orleans.Personalize.Audiences;

/// <summary>How many profiles something holds for, as a sample tells. All figures are null where it holds for some, but too few to be told of.</summary>
[GenerateSerializer, Immutable, Alias("op.AudienceSize")]
public sealed record AudienceSize
{
    /// <summary>The threshold, where there is one: a place counted from 1, or a match score in [0,1].</summary>
    [Id(0)]
    public double? Threshold { get; init; }

    /// <summary>How many of the sampled profiles.</summary>
    [Id(1)]
    public int? Sampled { get; init; }

    /// <summary>Their share of the sampled profiles, in [0,1].</summary>
    [Id(2)]
    public double? Share { get; init; }

    /// <summary>Standard error of the share, from the size of the sample; 0 where every profile was looked at.</summary>
    [Id(3)]
    public double? StandardError { get; init; }

    /// <summary>How many of all profiles, as far as the sample tells.</summary>
    [Id(4)]
    public long? Profiles { get; init; }
}
