namespace Orleans.Personalize.EventLogs;

/// <summary>What a compaction did.</summary>
/// <param name="Taken">Segments that were taken into others.</param>
/// <param name="Made">Segments that were made of them.</param>
/// <param name="Events">Events in those.</param>
/// <param name="Repeated">Events that were there more than once.</param>
/// <param name="Expired">Events that were left out because they are older than is kept.</param>
/// <param name="Marks">Marks of erased profiles that were taken away, because nothing of them is left.</param>
public sealed record CompactionReport(int Taken, int Made, long Events, long Repeated, long Expired, int Marks);
