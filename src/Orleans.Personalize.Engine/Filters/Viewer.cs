using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Filters;

/// <summary>Who would see a title, where and when.</summary>
/// <param name="Settings">What is set for the profile.</param>
/// <param name="Country">ISO 3166-1 alpha-2 country it is in; null where unknown.</param>
/// <param name="Now">The present moment.</param>
public readonly record struct Viewer(ProfileSettings Settings, string? Country, DateTimeOffset Now);
