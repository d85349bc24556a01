namespace Orleans.Personalize.Silo.Configuration;

/// <summary>How the nodes of the cluster find each other.</summary>
internal enum ClusteringKind
{
    /// <summary>On one machine, through the first silo started; for development.</summary>
    Localhost = 0,

    /// <summary>Through a table in Azure Table storage.</summary>
    Azure = 1,
}
