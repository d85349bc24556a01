namespace Orleans.Personalize.Engine.Filters;

/// <summary>How a number of a title is held against one of a filter.</summary>
internal enum FilterComparison
{
    /// <summary>The same.</summary>
    Equal,

    /// <summary>Known, and another.</summary>
    NotEqual,

    /// <summary>Smaller.</summary>
    Less,

    /// <summary>Smaller or the same.</summary>
    AtMost,

    /// <summary>Greater.</summary>
    Greater,

    /// <summary>Greater or the same.</summary>
    AtLeast,
}
