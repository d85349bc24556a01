namespace Orleans.Personalize.Training.Communities;

/// <summary>How taste communities are found.</summary>
public sealed record CommunityOptions
{
    /// <summary>Most communities.</summary>
    public int Maximum { get; init; } = 24;

    /// <summary>How many profiles with a history there must be for each community that is begun with.</summary>
    public int ProfilesEach { get; init; } = 40;

    /// <summary>Fewest profiles of a community that stays; smaller ones are given up and their members go elsewhere.</summary>
    public double Smallest { get; init; } = 10;

    /// <summary>Fewest choices that let a profile take part in finding communities.</summary>
    public int ShortestHistory { get; init; } = 5;

    /// <summary>How many times memberships and distributions are made from each other.</summary>
    public int Iterations { get; init; } = 25;

    /// <summary>How many choices of a title as everybody makes them are added to each community: what is seldom chosen says little.</summary>
    public double Prior { get; init; } = 4;

    /// <summary>Share of its profiles that a community must have in common with one of the model before, both ways, to keep its id.</summary>
    public double Together { get; init; } = 0.5;
}
