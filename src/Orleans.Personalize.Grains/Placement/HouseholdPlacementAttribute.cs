using Orleans.Placement;

namespace Orleans.Personalize.Grains.Placement;

/// <summary>Grains of accounts: see <see cref="HouseholdPlacement"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class HouseholdPlacementAttribute() : PlacementAttribute(new HouseholdPlacement());
