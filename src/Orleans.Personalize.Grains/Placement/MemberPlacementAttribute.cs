using Orleans.Placement;

namespace Orleans.Personalize.Grains.Placement;

/// <summary>Grains of profiles: see <see cref="MemberPlacement"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MemberPlacementAttribute() : PlacementAttribute(new MemberPlacement());
