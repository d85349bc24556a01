namespace Orleans.Personalize.EventLogs;

/// <summary>When a writer begins a new segment.</summary>
public sealed record EventLogOptions
{
    /// <summary>Bytes after which a segment is ended.</summary>
    public long MaxSegmentBytes { get; init; } = 64 << 20;

    /// <summary>Appends after which a segment is ended; a blob takes 50,000.</summary>
    public int MaxSegmentAppends { get; init; } = 40_000;

    /// <summary>How long after its beginning a segment is ended by the next append.</summary>
    public TimeSpan MaxSegmentAge { get; init; } = TimeSpan.FromMinutes(10);
}
