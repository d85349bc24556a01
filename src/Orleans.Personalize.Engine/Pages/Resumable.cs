using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>A title that the profile can go on with.</summary>
/// <param name="Title">Its catalogue number.</param>
/// <param name="Progress">Where to go on.</param>
/// <param name="Since">Since when it could have gone on: the moment it stopped, or when the first new episode of a finished series came.</param>
/// <param name="IsNew">Whether it is a series that was finished and has new episodes.</param>
internal readonly record struct Resumable(int Title, WatchProgress Progress, DateTimeOffset Since, bool IsNew);
