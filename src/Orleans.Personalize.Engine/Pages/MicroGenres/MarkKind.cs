namespace Orleans.Personalize.Engine.Pages.MicroGenres;

/// <summary>What sets some titles of a genre apart, in the order in which a heading names it.</summary>
internal enum MarkKind
{
    /// <summary>A mood: "dark", before all else.</summary>
    Mood,

    /// <summary>Where it was made: "Scandinavian", right before the noun.</summary>
    Region,

    /// <summary>A trait: "with a strong female lead", after the noun.</summary>
    Trait,

    /// <summary>When it was made: "from the 1980s", at the end.</summary>
    Decade,
}
