namespace Orleans.Personalize.Silo.Configuration;

/// <summary>What a node of the cluster does.</summary>
internal enum NodeRole
{
    /// <summary>Holds grains and serves HTTP.</summary>
    All = 0,

    /// <summary>Holds grains.</summary>
    Silo = 1,

    /// <summary>Serves HTTP; the grains are on other nodes.</summary>
    Gateway = 2,
}
