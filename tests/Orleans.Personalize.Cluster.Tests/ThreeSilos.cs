namespace Orleans.Personalize.Cluster.Tests;

/// <summary>A cluster of three silos, so that most calls cross from one to another.</summary>
public sealed class ThreeSilos() : ClusterHost(3);
