using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>What is set for a profile and what was learnt of it.</summary>
/// <param name="Settings">What is set.</param>
/// <param name="Learnt">What was learnt, as the engine encodes it.</param>
[GenerateSerializer, Immutable, Alias("op.ProfileContent")]
public sealed record ProfileContent([property: Id(0)] ProfileSettings Settings, [property: Id(1)] byte[] Learnt);
