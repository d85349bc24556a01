namespace Orleans.Personalize.Engine.Search;

/// <summary>Which of a title's names.</summary>
internal enum NameKind
{
    /// <summary>The one on its card.</summary>
    Shown,

    /// <summary>The one in the original language.</summary>
    Original,

    /// <summary>Another.</summary>
    Alternative,
}
