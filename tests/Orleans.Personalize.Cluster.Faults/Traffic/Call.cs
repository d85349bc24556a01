namespace Orleans.Personalize.Cluster.Faults.Traffic;

/// <summary>One HTTP call of the load.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="Due">When it was to be made, in seconds since the load began.</param>
/// <param name="Milliseconds">From then until its answer.</param>
/// <param name="Status">The status of the answer; 0 where there was none.</param>
/// <param name="IsDegraded">Whether the answer says that it is a substitute.</param>
internal readonly record struct Call(CallKind Kind, double Due, double Milliseconds, int Status, bool IsDegraded)
{
    /// <summary>Whether the caller got what it asked for.</summary>
    public bool IsGood => Status is 200 or 202;
}
