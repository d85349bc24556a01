namespace Orleans.Personalize.Grains.Placement;

/// <summary>Puts a profile where its account is.</summary>
[GenerateSerializer, Immutable, SuppressReferenceTracking, Alias("op.MemberPlacement")]
internal sealed class MemberPlacement : PlacementStrategy;
