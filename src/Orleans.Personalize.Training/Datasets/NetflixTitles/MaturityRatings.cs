using System.Collections.Frozen;

namespace Orleans.Personalize.Training.Datasets.NetflixTitles;

/// <summary>The ages behind the maturity ratings of the United States: MPA for films, TV Parental Guidelines for series.</summary>
internal static class MaturityRatings
{
    /// <summary>What is assumed of a title that nobody rated, in years: that it is not for children.</summary>
    public const int AgeOfUnrated = 18;

    private static readonly FrozenDictionary<string, int> Ages = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["G"] = 0,
        ["TV-Y"] = 0,
        ["TV-G"] = 0,
        ["TV-Y7"] = 7,
        ["TV-Y7-FV"] = 7,
        ["PG"] = 8,
        ["TV-PG"] = 10,
        ["PG-13"] = 13,
        ["TV-14"] = 14,
        ["R"] = 17,
        ["TV-MA"] = 17,
        ["NC-17"] = 18,
        ["NR"] = AgeOfUnrated,
        ["UR"] = AgeOfUnrated,
        [""] = AgeOfUnrated,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The youngest age of a rating, in years.</summary>
    public static bool TryGetAge(string rating, out int age) => Ages.TryGetValue(rating, out age);
}
