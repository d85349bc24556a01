using Orleans.Personalize.Demo.People;
using Orleans.Personalize.Demo.Randomness;

namespace Orleans.Personalize.Demo.Catalogue;

/// <summary>Gives every title a name of its own, in the tone of its strand.</summary>
internal sealed class NameWriter
{
    private const int Attempts = 12;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A new name.</summary>
    public string Write(Strand strand, Culture culture, Dice dice)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var name = Compose(dice.Pick(NamePatterns.Of(strand.Style)), strand, culture, dice);
            if (!HasRepetition(name) && _taken.Add(name))
            {
                return name;
            }
        }

        return WithSubtitle(Compose("The {A} {N}", strand, culture, dice), strand, dice);
    }

    /// <summary>The name of a further part: the first part's name with a subtitle.</summary>
    public string WriteSequel(string first, Strand strand, Dice dice) => WithSubtitle(first.Split(':')[0], strand, dice);

    /// <summary>A name for an episode, which others may have too.</summary>
    public static string Episode(Strand strand, Dice dice) => dice.Below(4) switch
    {
        0 => $"The {dice.Pick(strand.Nouns)}",
        1 => dice.Pick(strand.Themes),
        2 => $"{dice.Pick(strand.Adjectives)} {dice.Pick(strand.Themes)}",
        _ => $"The {dice.Pick(strand.Adjectives)} {dice.Pick(strand.Nouns)}",
    };

    private string WithSubtitle(string name, Strand strand, Dice dice)
    {
        for (var attempt = 0; ; attempt++)
        {
            var full = attempt < Attempts
                ? dice.Chance(0.6)
                    ? $"{name}: The {dice.Pick(strand.Adjectives)} {dice.Pick(strand.Nouns)}"
                    : $"{name}: {dice.Pick(strand.Themes)} and {dice.Pick(strand.Themes)}"
                : $"{name}: Part {attempt - Attempts + 2}";
            if (!HasRepetition(full) && _taken.Add(full))
            {
                return full;
            }
        }
    }

    private static string Compose(string pattern, Strand strand, Culture culture, Dice dice)
    {
        var nouns = dice.Some(strand.Nouns, 2);
        var themes = dice.Some(strand.Themes, 2);
        var firstNames = strand.ForChildren ? dice.Some(NamePatterns.ChildrensHeroes, 2) : [dice.Pick(culture.Women), dice.Pick(culture.Men)];
        var place = dice.Pick(strand.Places);
        if (pattern.Contains("The {P}", StringComparison.Ordinal) && place.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
        {
            place = place[4..];
        }

        pattern = pattern.Replace(" in {P}", $" {PrepositionFor(place)} {{P}}", StringComparison.Ordinal);
        if (IsPlural(nouns[0]))
        {
            pattern = pattern switch
            {
                "A {A} {N}" => "{A} {N}",
                "Not Another {N}" => "Not the {N}",
                _ when pattern.StartsWith("A {N}", StringComparison.Ordinal) => pattern[2..],
                _ when pattern.StartsWith("One {N}", StringComparison.Ordinal) => pattern[4..],
                _ => pattern,
            };
        }

        var name = pattern
            .Replace("{A}", dice.Pick(strand.Adjectives), StringComparison.Ordinal)
            .Replace("{N}", nouns[0], StringComparison.Ordinal)
            .Replace("{M}", nouns[1], StringComparison.Ordinal)
            .Replace("{T}", themes[0], StringComparison.Ordinal)
            .Replace("{U}", themes[1], StringComparison.Ordinal)
            .Replace("{P}", place, StringComparison.Ordinal)
            .Replace("{F}", firstNames[0], StringComparison.Ordinal)
            .Replace("{G}", firstNames[1], StringComparison.Ordinal);
        return Words.Capital(name.StartsWith("A ", StringComparison.Ordinal) ? Words.WithArticle(name[2..]) : name);
    }

    private static string PrepositionFor(string place) =>
        place.Any(char.IsAsciiDigit) || place.StartsWith("Number", StringComparison.Ordinal) || place.EndsWith("High", StringComparison.Ordinal) ? "at"
        : place.Split(' ')[^1] is "Road" or "Street" or "Lane" or "Quay" or "Island" or "Boulevard" or "Rock" ? "on"
        : "in";

    private static bool IsPlural(string noun) => noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal);

    private static bool HasRepetition(string name)
    {
        var words = name.Split([' ', ':', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3).ToArray();
        return words.Distinct(StringComparer.OrdinalIgnoreCase).Count() < words.Length;
    }
}
