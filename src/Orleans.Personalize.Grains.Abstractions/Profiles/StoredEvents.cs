namespace Orleans.Personalize.Grains.Profiles;

/// <summary>A stretch of the events that are kept of a profile.</summary>
/// <param name="Lines">The events as lines of JSON in UTF-8.</param>
/// <param name="Count">How many events.</param>
[GenerateSerializer, Immutable, Alias("op.StoredEvents")]
public sealed record StoredEvents([property: Id(0)] byte[] Lines, [property: Id(1)] int Count);
