namespace Orleans.Personalize.EventLogs;

/// <summary>What a compaction does.</summary>
public sealed record CompactionOptions
{
    /// <summary>How many segments there must be to make fewer of them.</summary>
    public int MinSegments { get; init; } = 8;

    /// <summary>Bytes from which on a packed segment is left as it is; some 150 MB of events as they were sent.</summary>
    public int PackedBytes { get; init; } = 16 << 20;

    /// <summary>How long events are kept, from their own time; null for ever. What is older is left out of what is made, and with <see cref="Purge"/> taken out everywhere.</summary>
    public TimeSpan? KeepFor { get; init; }

    /// <summary>Whether every segment is read, and written anew where erased profiles have events in it, or there are events that are not to be kept any more.</summary>
    public bool Purge { get; init; }

    /// <summary>
    /// How long marks of erased profiles stay after their events are gone, for silos that did not know of it: longer than one that is cut off from the others can go on.
    /// </summary>
    public TimeSpan KeepMarks { get; init; } = TimeSpan.FromDays(1);
}
