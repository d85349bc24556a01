namespace Orleans.Personalize.Cluster.Tests;

/// <summary>A cluster of one silo.</summary>
public sealed class OneSilo() : ClusterHost(1);
