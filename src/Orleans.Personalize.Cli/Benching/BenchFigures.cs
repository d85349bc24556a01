namespace Orleans.Personalize.Cli.Benching;

/// <summary>How long one thing takes on one thread, warmed up.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Runs">How often it was measured.</param>
/// <param name="MedianMicroseconds">Half of the runs took no longer.</param>
/// <param name="P99Microseconds">99 of 100 runs took no longer.</param>
/// <param name="ProcessorMedianMicroseconds">The median of the thread's processor time, which does not count other work on the machine; null where it cannot be read.</param>
/// <param name="AllocatedBytes">Memory that one run allocates, on average.</param>
/// <param name="MedianInterval">The 95 % interval of the median, in microseconds.</param>
internal sealed record BenchFigures(
    string Name, int Runs, double MedianMicroseconds, double P99Microseconds, double? ProcessorMedianMicroseconds, long AllocatedBytes, double[] MedianInterval);
