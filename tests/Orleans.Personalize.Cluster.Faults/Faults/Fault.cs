namespace Orleans.Personalize.Cluster.Faults.Faults;

/// <summary>A stretch of time in which something was broken.</summary>
/// <param name="Name">What was broken.</param>
/// <param name="From">When it began, in seconds since the load began.</param>
/// <param name="To">When what was broken was whole again.</param>
internal readonly record struct Fault(string Name, double From, double To);
