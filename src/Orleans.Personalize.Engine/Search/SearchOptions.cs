namespace Orleans.Personalize.Engine.Search;

/// <summary>
/// How results are ordered. A result's score is a sum of logarithms and standard scores, so each weight says how much of one makes up for how much of
/// another. The defaults keep one promise: of two results of which one has exactly the name that was typed and the other only contains it, taste
/// and popularity together cannot put the second first; among equal matches they alone decide.
/// </summary>
public sealed record SearchOptions
{
    /// <summary>The defaults.</summary>
    public static SearchOptions Default { get; } = new();

    /// <summary>Weight of the natural logarithm of the quality of the match, which is in (0,1].</summary>
    public double TextWeight { get; init; } = 4;

    /// <summary>Weight of the profile's own score, in standard deviations from -2 to 2.</summary>
    public double PersonalWeight { get; init; } = 0.35;

    /// <summary>Weight of popularity, in standard deviations from -1 to 3; people mostly look for what is known.</summary>
    public double PopularityWeight { get; init; } = 0.1;

    /// <summary>Weight of the logarithm of one more than how often members opened the title after the same search (decayed).</summary>
    public double OpenedWeight { get; init; } = 0.7;

    /// <summary>Openings after the same search from which a title is shown even if no word of it matches.</summary>
    public double FewestOpenings { get; init; } = 3;

    /// <summary>Titles that match well enough; below so many, mistyped words are looked for too.</summary>
    public int EnoughFound { get; init; } = 3;

    /// <summary>Titles whose match is looked at closely; the best by field and taste.</summary>
    public int Refined { get; init; } = 250;

    /// <summary>Corrections tried for one word.</summary>
    public int Corrections { get; init; } = 8;

    /// <summary>Share of a search's words that the catalogue has at all, weighted by their rarity, that a title must have to count as related.</summary>
    public double RelatedShare { get; init; } = 0.4;

    /// <summary>Most suggestions of each kind.</summary>
    public int Suggestions { get; init; } = 3;

    /// <summary>Strength by which a search for a genre, tag or person moves the taste; one full play is 0.8.</summary>
    public float TasteOfSearch { get; init; } = 0.15f;

    /// <summary>Titles kept of what each recent search found, for the row that follows from it.</summary>
    public int RowTitles { get; init; } = 60;
}
