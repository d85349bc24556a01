namespace Orleans.Personalize.Engine.Search;

/// <summary>Where in a title's text a word may stand.</summary>
[Flags]
public enum TextFields
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>In one of its names.</summary>
    Names = 1,

    /// <summary>In the name of somebody who made it or is in it.</summary>
    People = 2,

    /// <summary>In its genres, tags, places, languages or year.</summary>
    Marks = 4,

    /// <summary>In its synopsis.</summary>
    Story = 8,

    /// <summary>Anywhere.</summary>
    All = Names | People | Marks | Story,
}
