namespace Orleans.Personalize.Events;

/// <summary>What a profile said of a title by thumb.</summary>
[GenerateSerializer, Alias("op.Thumb")]
public enum Thumb
{
    /// <summary>Nothing, or taken back.</summary>
    Cleared = 0,

    /// <summary>Not for me.</summary>
    Down = 1,

    /// <summary>I like this.</summary>
    Up = 2,

    /// <summary>Love this.</summary>
    TwoUp = 3,
}
