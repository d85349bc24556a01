namespace Orleans.Personalize.Gateway.Documentation;

/// <summary>Says what went wrong (RFC 9457).</summary>
internal sealed record ProblemDocument
{
    /// <summary>A link to the definition of the status.</summary>
    public string? Type { get; init; }

    /// <summary>The status in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>Field and reason as one sentence.</summary>
    public required string Detail { get; init; }

    /// <summary>The property, parameter, header or path part at fault, where it is one; 'body' for the body as a whole.</summary>
    public string? Field { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Reason { get; init; }

    /// <summary>For malformed JSON, the line where it breaks off, counted from 1.</summary>
    public long? Line { get; init; }

    /// <summary>For malformed JSON, the byte in that line where it breaks off, counted from 1.</summary>
    public long? Column { get; init; }

    /// <summary>Names the request in traces and logs.</summary>
    public string? TraceId { get; init; }
}
