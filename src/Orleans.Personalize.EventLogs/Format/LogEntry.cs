namespace Orleans.Personalize.EventLogs.Format;

/// <summary>Events of one life of a profile, as they were appended together.</summary>
/// <param name="Life">The life of the profile, from its creation to its erasure; never used again.</param>
/// <param name="Lines">The events as lines of JSON in UTF-8, each ended by a line feed.</param>
internal readonly record struct LogEntry(Guid Life, ReadOnlyMemory<byte> Lines);
