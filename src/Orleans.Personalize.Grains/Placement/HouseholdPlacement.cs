namespace Orleans.Personalize.Grains.Placement;

/// <summary>Puts an account where the hash of its id says.</summary>
[GenerateSerializer, Immutable, SuppressReferenceTracking, Alias("op.HouseholdPlacement")]
internal sealed class HouseholdPlacement : PlacementStrategy;
