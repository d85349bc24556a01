using System.Collections.Frozen;

namespace Orleans.Personalize.Engine.Pages.MicroGenres;

/// <summary>How a heading says what a tag means, for tags that read naturally after a noun: "with a twist ending", "about time travel".</summary>
internal static class TraitWords
{
    private static readonly FrozenDictionary<string, string> Phrases =
        Of("with a {0}", "amateur sleuth|charming lead|flawed detective|great soundtrack|happy ending|strong female lead|twist ending|young cast|feel-good ending|nonlinear timeline")
            .Concat(Of("with an {0}", "antihero|ensemble cast|unreliable narrator|all-star cast|anti-hero"))
            .Concat(Of("with {0}", "charming leads|great songs|jump scares|lavish costumes|martial arts|talking animals|witty dialogue|archive footage|time loops"))
            .Concat(Of("{0}", "based on a book|based on a comic|based on a play|based on a true story|based on true events|for the whole family|set in space"))
            .Concat(Of("about {0}", "artificial intelligence|betrayal|coming of age|corruption|espionage|family secrets|first contact|first love|forbidden love|friendship|"
                + "grief|growing up|journalism|mental illness|missing people|music|murder|obsession|organised crime|organized crime|politics|rebellion|religion|revenge|"
                + "second chances|superheroes|survival|time travel|unlikely love|vampires|world war ii|zombies"))
            .Concat(Of("set in a {0}", "small town|big city|boarding school|high school|mythical realm|courtroom|hospital"))
            .Concat(Of("set in the {0}", "countryside|wilderness|19th century|near future|suburbs"))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words after the noun; null for tags that have none.</summary>
    public static string? Of(string tag) => Phrases.GetValueOrDefault(tag);

    private static IEnumerable<KeyValuePair<string, string>> Of(string pattern, string tags) =>
        tags.Split('|').Select(tag => KeyValuePair.Create(tag, pattern.Replace("{0}", tag == "world war ii" ? "World War II" : tag, StringComparison.Ordinal)));
}
