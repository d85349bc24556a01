namespace Orleans.Personalize.Training.Datasets;

/// <summary>One event of a dataset, as models are fitted to it.</summary>
/// <param name="Profile">Index of the profile in <see cref="Dataset.Profiles"/>.</param>
/// <param name="Title">Index of the title in <see cref="Dataset.Titles"/>.</param>
/// <param name="Strength">-1 (strongly against) to 1 (strongly for); a rating of r of R stars from the scale's middle to its ends.</param>
/// <param name="Rating">The rating in stars, 0.5 to 5; NaN where the event is not a rating.</param>
/// <param name="UnixSeconds">When it began, in seconds since 1970-01-01T00:00:00Z.</param>
public readonly record struct DatasetEvent(int Profile, int Title, float Strength, float Rating, long UnixSeconds)
{
    /// <summary>
    /// Seconds from its begin to the last thing the profile did in it. A service counts the time since the visit before from there, and so must
    /// what learns to answer it.
    /// </summary>
    public int ActiveSeconds { get; init; }

    /// <summary>The last thing the profile did in it, in seconds since 1970-01-01T00:00:00Z.</summary>
    internal long EndUnixSeconds => UnixSeconds + ActiveSeconds;
}
