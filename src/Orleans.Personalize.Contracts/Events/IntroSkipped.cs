namespace Orleans.Personalize.Events;

/// <summary>The opening credits were skipped.</summary>
[GenerateSerializer, Immutable, Alias("op.IntroSkipped")]
public sealed record IntroSkipped : PlayEvent;
