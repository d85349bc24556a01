using Orleans.Personalize.Engine.Profiles;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>A title that the profile can go on with.</summary>
/// <param name="Point">Where to go on.</param>
/// <param name="Since">Since when it could have gone on: the moment it stopped, or when the first new episode of a finished series came.</param>
/// <param name="IsNew">Whether it is a series that was finished and has new episodes.</param>
internal readonly record struct Resumable(ResumePoint Point, DateTimeOffset Since, bool IsNew)
{
    /// <summary>Its catalogue number.</summary>
    public int Title => Point.Title;
}
