using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Search;

/// <summary>How well a title goes with a search.</summary>
/// <param name="Quality">In (0,1]; 1 for the very same name; 0 where not all words are met.</param>
/// <param name="Reason">What of it matches.</param>
/// <param name="ByName">Whether one of its names has all the words.</param>
/// <param name="Completion">The words of its name that were typed, as the catalogue writes them; null where they do not stand side by side.</param>
internal readonly record struct TitleMatch(float Quality, Reason Reason, bool ByName, string? Completion)
{
    /// <summary>Quality from which a name is what was typed, and not a name that has the words too.</summary>
    public const float ExactName = 0.95f;

    /// <summary>Quality from which a name has what was typed, if with slips.</summary>
    public const float PartOfName = 0.3f;
}
