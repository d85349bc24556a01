namespace Orleans.Personalize.Cluster.Faults;

/// <summary>What is broken.</summary>
internal enum FaultKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Silos, killed.</summary>
    Kill = 1,

    /// <summary>Silos, drained.</summary>
    Roll = 2,

    /// <summary>The storage, ended.</summary>
    Storage = 3,

    /// <summary>The storage, which takes calls and does not answer.</summary>
    Freeze = 4,

    /// <summary>Silos of another version, drained and started again as this one.</summary>
    Upgrade = 5,
}
