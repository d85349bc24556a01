namespace Orleans.Personalize.Search;

/// <summary>What a suggestion is.</summary>
[GenerateSerializer, Alias("op.SuggestionKind")]
public enum SuggestionKind
{
    /// <summary>What was typed, completed or spelt as the catalogue spells it.</summary>
    Query = 0,

    /// <summary>Somebody who made titles or is in them.</summary>
    Person = 1,

    /// <summary>A genre.</summary>
    Genre = 2,

    /// <summary>A finer mark: mood, setting, topic, trait.</summary>
    Tag = 3,
}
