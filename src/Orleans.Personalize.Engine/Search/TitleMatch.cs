namespace Orleans.Personalize.Engine.Search;

/// <summary>How well a title goes with a search. What members are told of it is worked out by <see cref="MatchWording"/>, for what is shown only.</summary>
/// <param name="Quality">In (0,1]; 1 for the very same name; 0 where not all words are met.</param>
/// <param name="By">What of it matches.</param>
/// <param name="Place">Which name, theme, credit or saying, as <paramref name="By"/> tells.</param>
/// <param name="First">Place of the first word of a name that was typed; -1 where they do not stand side by side.</param>
/// <param name="Last">Place of the last.</param>
internal readonly record struct TitleMatch(float Quality, MatchedBy By, int Place = 0, int First = -1, int Last = -1)
{
    /// <summary>Quality from which a name is what was typed, and not a name that has the words too.</summary>
    public const float ExactName = 0.95f;

    /// <summary>Quality from which a name has what was typed, if with slips.</summary>
    public const float PartOfName = 0.3f;

    /// <summary>Whether one of its names has all the words.</summary>
    public bool ByName => By == MatchedBy.Name;

    /// <summary>Whether the name begins with what was typed as it was typed.</summary>
    public bool BeginsName => ByName && First == 0 && Quality > 0.5f;
}
