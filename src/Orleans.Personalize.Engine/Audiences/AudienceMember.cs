using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Audiences;

/// <summary>A sampled profile.</summary>
/// <param name="Settings">What is set for it.</param>
/// <param name="State">What was learnt of it.</param>
public sealed record AudienceMember(ProfileSettings Settings, ProfileState State);
