using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Households;

/// <summary>Another profile of the same household, whose taste a newcomer may begin with.</summary>
/// <param name="Settings">What is set for it.</param>
/// <param name="State">What is remembered of it.</param>
public sealed record Sibling(ProfileSettings Settings, ProfileState State);
