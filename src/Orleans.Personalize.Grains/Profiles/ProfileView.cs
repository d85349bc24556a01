using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>All that one answer to a profile is made from.</summary>
/// <param name="Engine">Decides.</param>
/// <param name="Learnt">What was learnt, in the space of the engine's model.</param>
/// <param name="Settings">What is set.</param>
/// <param name="Moment">What is true right now.</param>
internal readonly record struct ProfileView(PersonalizationEngine Engine, ProfileState Learnt, ProfileSettings Settings, Moment Moment);
