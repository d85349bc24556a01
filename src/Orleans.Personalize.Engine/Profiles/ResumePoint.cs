using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>Where the playback of a title stands.</summary>
/// <param name="Title">The title's catalogue number.</param>
/// <param name="Seconds">When it was last watched, in seconds since <see cref="Interaction.Origin"/>.</param>
/// <param name="PositionSeconds">Where to resume, in seconds from the beginning.</param>
/// <param name="LengthSeconds">Length of the film or episode in seconds; 0 where unknown.</param>
/// <param name="Season">The season, counted from 1; 0 for a film.</param>
/// <param name="Episode">The episode within the season, counted from 1; 0 for a film.</param>
public readonly record struct ResumePoint(
    int Title, uint Seconds, float PositionSeconds, float LengthSeconds, ushort Season, ushort Episode)
{
    /// <summary>When it was last watched.</summary>
    public DateTimeOffset Time => Interaction.Origin.AddSeconds(Seconds);

    /// <summary>How much of it has been watched, in [0,1]; null where its length is unknown.</summary>
    public float? Share => LengthSeconds > 0 ? Math.Clamp(PositionSeconds / LengthSeconds, 0, 1) : null;

    /// <summary>The same for a reader.</summary>
    /// <param name="id">The title's id.</param>
    public WatchProgress ToWatchProgress(TitleId id) => new()
    {
        Title = id,
        Season = Season == 0 ? null : Season,
        Episode = Episode == 0 ? null : Episode,
        PositionSeconds = PositionSeconds,
        DurationSeconds = LengthSeconds > 0 ? LengthSeconds : null,
        Time = Time,
    };
}
