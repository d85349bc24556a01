namespace Orleans.Personalize.Cli.Targets;

/// <summary>What became of titles, profiles and events that were sent to a target.</summary>
internal sealed record FillReport(long Titles, long TitlesRefused, long Profiles, long Events, long Duplicates, long EventsRejected, IReadOnlyList<string> Reasons);
