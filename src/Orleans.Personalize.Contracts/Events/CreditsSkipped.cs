namespace Orleans.Personalize.Events;

/// <summary>The closing credits were skipped.</summary>
[GenerateSerializer, Immutable, Alias("op.CreditsSkipped")]
public sealed record CreditsSkipped : PlayEvent;
