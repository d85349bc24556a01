namespace Orleans.Personalize.Engine.Profiles;

/// <summary>How far a title was watched in one visit.</summary>
public enum WatchedTo
{
    /// <summary>It was not played.</summary>
    NotPlayed = 0,

    /// <summary>It was played, not to its end.</summary>
    Begun = 1,

    /// <summary>A film was played to its end, a series to the end of its last episode; or it was rated, so it was seen somewhere.</summary>
    Finished = 2,
}
