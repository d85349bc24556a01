namespace Orleans.Personalize.Cluster.Faults.Traffic;

/// <summary>What a call asks for.</summary>
internal enum CallKind
{
    /// <summary>A home page.</summary>
    Home = 0,

    /// <summary>A title's page.</summary>
    Title = 1,

    /// <summary>Titles similar to one.</summary>
    Similar = 2,

    /// <summary>A search.</summary>
    Search = 3,

    /// <summary>Events to be recorded.</summary>
    Events = 4,
}
