namespace Orleans.Personalize.Search;

/// <summary>What a search came to.</summary>
[GenerateSerializer, Alias("op.SearchOutcome")]
public enum SearchOutcome
{
    /// <summary>Titles match what was typed; where one that cannot be shown matches too, titles like it follow.</summary>
    Found = 0,

    /// <summary>No title that can be shown matches; these are like one that matches and cannot be shown, or have some of the words.</summary>
    Related = 1,

    /// <summary>Nothing goes with what was typed; these are the profile's top picks.</summary>
    Nothing = 2,
}
