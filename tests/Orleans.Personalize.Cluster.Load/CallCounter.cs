namespace Orleans.Personalize.Cluster.Load;

/// <summary>Counts the calls that reach the grains of this product.</summary>
internal sealed class CallCounter : IIncomingGrainCallFilter
{
    private static long _calls;

    /// <summary>How many calls there were so far.</summary>
    public static long Calls => Interlocked.Read(ref _calls);

    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.InterfaceMethod.DeclaringType?.Namespace?.StartsWith("Orleans.Personalize", StringComparison.Ordinal) == true)
            Interlocked.Increment(ref _calls);
        return context.Invoke();
    }
}
