namespace Orleans.Personalize.Engine.Titles;

/// <summary>What titles can have in common.</summary>
public enum ThemeKind
{
    /// <summary>A genre, as shown to members.</summary>
    Genre = 0,

    /// <summary>A finer mark: mood, setting, topic, trait.</summary>
    Tag = 1,

    /// <summary>Somebody who made it or is in it.</summary>
    Person = 2,

    /// <summary>Where it was made.</summary>
    Country = 3,

    /// <summary>A spoken language.</summary>
    Language = 4,

    /// <summary>The ten years it was released in, such as 1990s.</summary>
    Decade = 5,
}
