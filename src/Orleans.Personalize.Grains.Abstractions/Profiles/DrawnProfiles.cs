using System.Collections.Immutable;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>What one part of the list of profiles has for a sample.</summary>
/// <param name="Profiles">How many profiles are in this part.</param>
/// <param name="First">Those that stand first in the order of drawing.</param>
[GenerateSerializer, Immutable, Alias("op.DrawnProfiles")]
public sealed record DrawnProfiles([property: Id(0)] int Profiles, [property: Id(1)] ImmutableArray<ProfileId> First);
