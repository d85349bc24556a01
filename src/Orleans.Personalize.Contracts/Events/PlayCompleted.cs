namespace Orleans.Personalize.Events;

/// <summary>A playback reached its end.</summary>
[GenerateSerializer, Immutable, Alias("op.PlayCompleted")]
public sealed record PlayCompleted : PlayEvent;
