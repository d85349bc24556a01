namespace Orleans.Personalize.Events;

/// <summary>A playback began or was resumed.</summary>
[GenerateSerializer, Immutable, Alias("op.PlayStarted")]
public sealed record PlayStarted : PlayEvent;
