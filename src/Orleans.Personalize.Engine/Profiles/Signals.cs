using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>
/// The one table that says what every kind of event means and how strongly. Strengths are multiples of 0.05, so that a history keeps
/// them exactly.
/// </summary>
/// <remarks>
/// What a profile says outweighs what it does (judgements replace the strength of a visit, see the rules of profiles), what it
/// watches outweighs what it looks at, and a playback left at once is worse than none.
/// </remarks>
public static class Signals
{
    /// <summary>The share of a film or episode after which it counts as finished: what remains is credits.</summary>
    public const double FinishedShare = 0.92;

    /// <summary>The share of a film or episode before which leaving it speaks against it.</summary>
    public const double AbandonedShare = 0.1;

    /// <summary>Strength of a playback that has begun and not come far.</summary>
    internal const float Started = 0.2f;

    /// <summary>Strength of a playback watched to its end.</summary>
    internal const float Completed = 0.8f;

    /// <summary>What an event says.</summary>
    /// <param name="profileEvent">The event.</param>
    /// <param name="title">The title it is about, for the length of a playback that does not say it; null where unknown.</param>
    public static Signal Of(ProfileEvent profileEvent, Title? title) => profileEvent switch
    {
        Impression => new(SignalKind.Exposure, 0),
        RowScrolledPast => new(SignalKind.Row, -0.25f),
        RowScrolledAlong => new(SignalKind.Row, 0.3f),

        TitleOpened => new(SignalKind.Interest, 0.1f),
        SearchResultOpened => new(SignalKind.Interest, 0.2f),
        TrailerPlayed trailer => new(SignalKind.Interest, OfTrailer(trailer)),
        MyListAdded => new(SignalKind.Interest, 0.4f),
        MyListRemoved => new(SignalKind.Interest, -0.1f),
        NotificationOpened { About: not null } => new(SignalKind.Interest, 0.15f),
        NotificationDismissed { About: not null } => new(SignalKind.Interest, -0.1f),

        PlayStarted => new(SignalKind.Play, Started),
        IntroSkipped => new(SignalKind.Play, 0.25f),
        PlayProgressed or PlayPaused => new(SignalKind.Play, OfWatched(ShareOf((PlayEvent)profileEvent, title), left: false)),
        PlayStopped stopped => new(SignalKind.Play, OfWatched(ShareOf(stopped, title), left: true)),
        CreditsSkipped => new(SignalKind.Play, 0.7f),
        PlayCompleted => new(SignalKind.Play, Completed),

        ThumbGiven thumb => new(SignalKind.Judgement, OfThumb(thumb.Thumb)),
        TitleRated rated => new(SignalKind.Judgement, OfStars(rated.Stars)),
        TitleHidden => new(SignalKind.Judgement, -1),

        _ => default,
    };

    /// <summary>What a rating says: 1 star is -1, 3 stars are 0, 5 stars are 1.</summary>
    /// <param name="stars">0.5 to 5.</param>
    public static float OfStars(double stars) => OnGrid(Math.Clamp((stars - 3) / 2, -1, 1));

    /// <summary>What a thumb says; 0 for one taken back.</summary>
    public static float OfThumb(Thumb thumb) => thumb switch
    {
        Thumb.Down => -0.9f,
        Thumb.Up => 0.9f,
        Thumb.TwoUp => 1,
        _ => 0,
    };

    /// <summary>Length of what is played in seconds: as the event says, else as the catalogue says; null where neither does.</summary>
    public static double? LengthOf(PlayEvent play, Title? title)
    {
        ArgumentNullException.ThrowIfNull(play);
        if (play.DurationSeconds is > 0)
            return play.DurationSeconds;
        if (title is null)
            return null;
        var minutes = title.RuntimeMinutes;
        if (play is { Season: { } season, Episode: { } episode } && !title.Episodes.IsDefaultOrEmpty)
        {
            foreach (var candidate in title.Episodes.AsSpan())
            {
                if (candidate.Season == season && candidate.Number == episode)
                    minutes = candidate.RuntimeMinutes ?? minutes;
            }
        }

        return minutes is > 0 ? minutes * 60 : null;
    }

    /// <summary>How much of it has been watched, in [0,1]; null where its length is unknown.</summary>
    public static double? ShareOf(PlayEvent play, Title? title) =>
        LengthOf(play, title) is { } length ? Math.Clamp(play.PositionSeconds / length, 0, 1) : null;

    private static float OfWatched(double? share, bool left) => share switch
    {
        null => Started,
        >= FinishedShare => Completed,
        < AbandonedShare => left ? -0.3f : Started,
        { } part => OnGrid(0.15 + (0.65 * part)),
    };

    private static float OfTrailer(TrailerPlayed trailer) =>
        trailer.DurationSeconds is > 0 and { } length
            ? OnGrid(0.1 + (0.15 * Math.Clamp(trailer.PositionSeconds / length, 0, 1)))
            : 0.15f;

    private static float OnGrid(double strength) => (float)(Math.Round(strength * 20, MidpointRounding.AwayFromZero) / 20);
}
