namespace Orleans.Personalize.EventLogs.Format;

/// <summary>What a batch holds. The numbers are stored.</summary>
internal enum LogBatchKind : byte
{
    /// <summary>Entries as they are.</summary>
    Plain = 0,

    /// <summary>Entries, deflated (RFC 1951).</summary>
    Deflated = 1,

    /// <summary>Nothing: the segment ends here.</summary>
    Seal = 2,
}
