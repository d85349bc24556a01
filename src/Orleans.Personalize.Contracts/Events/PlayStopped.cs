namespace Orleans.Personalize.Events;

/// <summary>A playback was left before its end.</summary>
[GenerateSerializer, Immutable, Alias("op.PlayStopped")]
public sealed record PlayStopped : PlayEvent;
