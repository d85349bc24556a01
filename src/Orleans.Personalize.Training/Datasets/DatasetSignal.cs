using Orleans.Personalize.Engine.Profiles;

namespace Orleans.Personalize.Training.Datasets;

/// <summary>What one event of a service says, before the events of a visit are merged.</summary>
/// <param name="Profile">Index of the profile.</param>
/// <param name="Title">Index of the title.</param>
/// <param name="Signal">What it says.</param>
/// <param name="Rating">The rating in stars; NaN where it is none.</param>
/// <param name="UnixSeconds">When, in seconds since 1970-01-01T00:00:00Z.</param>
internal readonly record struct DatasetSignal(int Profile, int Title, Signal Signal, float Rating, long UnixSeconds);
