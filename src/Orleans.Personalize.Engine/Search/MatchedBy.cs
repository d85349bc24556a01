namespace Orleans.Personalize.Engine.Search;

/// <summary>What of a title goes with a search.</summary>
internal enum MatchedBy
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>One of its names has all the words.</summary>
    Name,

    /// <summary>A genre, tag or person.</summary>
    Theme,

    /// <summary>A person far down in its credits.</summary>
    Credit,

    /// <summary>A tag at the end of a long list.</summary>
    Tag,

    /// <summary>What is said of it in everyday words.</summary>
    Saying,

    /// <summary>Its story.</summary>
    Story,

    /// <summary>Its names and other fields together.</summary>
    Together,

    /// <summary>Nothing of it: others opened it after the same search.</summary>
    Openings,
}
