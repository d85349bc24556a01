namespace Orleans.Personalize.Events;

/// <summary>A playback goes on; sent every so often.</summary>
[GenerateSerializer, Immutable, Alias("op.PlayProgressed")]
public sealed record PlayProgressed : PlayEvent;
