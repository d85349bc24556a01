namespace Orleans.Personalize.Engine.Profiles;

/// <summary>What sort of thing an event says about a profile's taste.</summary>
public enum SignalKind
{
    /// <summary>Nothing about taste; it may still be remembered for other reasons.</summary>
    None = 0,

    /// <summary>A title was looked at or kept for later, but not played: part of the history.</summary>
    Interest = 1,

    /// <summary>A title is being played or was played: part of the history.</summary>
    Play = 2,

    /// <summary>The profile said itself what it thinks of a title: part of the history, and outweighs what it did.</summary>
    Judgement = 3,

    /// <summary>A title was shown: no taste, only fatigue.</summary>
    Exposure = 4,

    /// <summary>A row was followed or passed: taste for the row and its theme.</summary>
    Row = 5,
}
