using System.Collections.Immutable;

namespace Orleans.Personalize.Engine.Titles;

/// <summary>Something that titles of a catalogue have in common.</summary>
public sealed record Theme
{
    /// <summary>Its place in the <see cref="ThemeIndex"/> it belongs to; changes with the catalogue.</summary>
    public required int Index { get; init; }

    /// <summary>Names it in stored states.</summary>
    public required ThemeId Id { get; init; }

    /// <summary>What kind of theme it is.</summary>
    public required ThemeKind Kind { get; init; }

    /// <summary>Its name as first spelled in the catalogue.</summary>
    public required string Name { get; init; }

    /// <summary>Kind and simplified name, such as <c>genre:science-fiction</c>: fit to be the id of a row.</summary>
    public required string Key { get; init; }

    /// <summary>How much it tells about a title that has it: 1 for a theme of one title, falling to near 0 for a theme of all.</summary>
    public required float Rarity { get; init; }

    /// <summary>Numbers of the titles that have it, ascending.</summary>
    public required ImmutableArray<int> Titles { get; init; }
}
