namespace Orleans.Personalize.Gateway.Problems;

/// <summary>A request that is refused for what it is, before the service behind is asked.</summary>
internal sealed class ProblemException(int status, string? field, string reason) : Exception(reason)
{
    /// <summary>The HTTP status to answer with.</summary>
    public int Status { get; } = status;

    /// <summary>The property, parameter or header that is wrong, where it is one.</summary>
    public string? Field { get; } = field;

    /// <summary>Where malformed JSON breaks off, counted from 1.</summary>
    public (long Line, long Column)? Position { get; init; }
}
