namespace Orleans.Personalize.Grains.Profiles;

/// <summary>A profile as it is taken over by another.</summary>
/// <param name="Learnt">What was learnt, as the engine encodes it.</param>
/// <param name="Events">How many events are kept of it.</param>
[GenerateSerializer, Immutable, Alias("op.MergeOffer")]
public sealed record MergeOffer([property: Id(0)] byte[] Learnt, [property: Id(1)] long Events);
