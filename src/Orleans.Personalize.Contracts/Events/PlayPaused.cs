namespace Orleans.Personalize.Events;

/// <summary>A playback was paused.</summary>
[GenerateSerializer, Immutable, Alias("op.PlayPaused")]
public sealed record PlayPaused : PlayEvent;
