namespace Orleans.Personalize.Audiences;

/// <summary>What the profiles of a group have in common.</summary>
public enum AudienceGroupKind
{
    /// <summary>A genre that is among what they like most.</summary>
    Genre = 0,

    /// <summary>A tag that is among what they like most.</summary>
    Tag = 1,

    /// <summary>The taste community they belong to most.</summary>
    Community = 2,

    /// <summary>Their country.</summary>
    Country = 3,

    /// <summary>The screen they used last.</summary>
    Device = 4,
}
