using Orleans.Personalize.Demo.Catalogue;
using Orleans.Personalize.Demo.Randomness;

namespace Orleans.Personalize.Demo.People;

/// <summary>
/// The people who make films together: whoever worked in a strand before is likely to be asked again, so that a few have long filmographies
/// and everybody has a field of their own (a Chinese restaurant process; D. Aldous, 1985).
/// </summary>
/// <param name="newcomers">How readily newcomers are taken: as readily as if they had so many credits.</param>
internal sealed class Troupe(double newcomers)
{
    private const double ShareFromOtherStrands = 0.35;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Culture, string Strand), List<string>> _credits = [];
    private readonly Dictionary<string, List<string>> _everybody = new(StringComparer.Ordinal);

    /// <summary>Chooses different people for one title.</summary>
    public IReadOnlyCollection<string> Choose(Strand strand, Culture culture, int count, Dice dice)
    {
        var key = (culture.Countries[0], strand.Key);
        if (!_credits.TryGetValue(key, out var credits))
        {
            _credits[key] = credits = [];
        }

        var chosen = new HashSet<string>(StringComparer.Ordinal);
        for (var attempt = 0; chosen.Count < count; attempt++)
        {
            var known = attempt < 4 * count && dice.Chance(credits.Count / (credits.Count + newcomers));
            chosen.Add(known ? dice.Pick(credits) : Newcomer(culture, dice));
        }

        credits.AddRange(chosen);
        return chosen;
    }

    private string Newcomer(Culture culture, Dice dice)
    {
        if (!_everybody.TryGetValue(culture.Countries[0], out var everybody))
        {
            _everybody[culture.Countries[0]] = everybody = [];
        }

        if (everybody.Count > 0 && dice.Chance(ShareFromOtherStrands))
        {
            return dice.Pick(everybody);
        }

        var first = dice.Pick(dice.Chance(0.5) ? culture.Women : culture.Men);
        var name = $"{first} {dice.Pick(culture.Families)}";
        while (!_names.Add(name))
        {
            name = $"{first} {(char)('A' + dice.Below(26))}. {dice.Pick(culture.Families)}";
        }

        everybody.Add(name);
        return name;
    }
}
