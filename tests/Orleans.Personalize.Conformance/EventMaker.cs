using Orleans.Personalize.Events;

namespace Orleans.Personalize.Conformance;

/// <summary>Makes valid events of one profile at the clock's moment, each with an id of its own.</summary>
/// <param name="profile">Whose events.</param>
/// <param name="time">Says when they happen.</param>
public sealed class EventMaker(ProfileId profile, TimeProvider time)
{
    private static int _last;

    /// <summary>Whose events are made.</summary>
    public ProfileId Profile { get; } = profile;

    /// <summary>An id that no other event has.</summary>
    public static EventId NewId() => new($"event-{Interlocked.Increment(ref _last)}");

    /// <summary>A playback began.</summary>
    public PlayStarted Started(TitleId title) => new() { Id = NewId(), Profile = Profile, Time = Now, Title = title, DurationSeconds = 6000 };

    /// <summary>A playback goes on.</summary>
    public PlayProgressed Progressed(TitleId title, double seconds) =>
        new() { Id = NewId(), Profile = Profile, Time = Now, Title = title, PositionSeconds = seconds, DurationSeconds = 6000 };

    /// <summary>A playback was paused.</summary>
    public PlayPaused Paused(TitleId title, double seconds) =>
        new() { Id = NewId(), Profile = Profile, Time = Now, Title = title, PositionSeconds = seconds, DurationSeconds = 6000 };

    /// <summary>A playback reached its end.</summary>
    public PlayCompleted Completed(TitleId title) =>
        new() { Id = NewId(), Profile = Profile, Time = Now, Title = title, PositionSeconds = 6000, DurationSeconds = 6000 };

    /// <summary>A title's page was opened.</summary>
    public TitleOpened Opened(TitleId title) => new() { Id = NewId(), Profile = Profile, Time = Now, Title = title };

    /// <summary>A thumb was given.</summary>
    public ThumbGiven Thumbed(TitleId title, Thumb thumb) => new() { Id = NewId(), Profile = Profile, Time = Now, Title = title, Thumb = thumb };

    /// <summary>Stars were given.</summary>
    public TitleRated Rated(TitleId title, double stars) => new() { Id = NewId(), Profile = Profile, Time = Now, Title = title, Stars = stars };

    /// <summary>A title was put on the list.</summary>
    public MyListAdded Listed(TitleId title) => new() { Id = NewId(), Profile = Profile, Time = Now, Title = title };

    /// <summary>A title was taken off the list.</summary>
    public MyListRemoved Unlisted(TitleId title) => new() { Id = NewId(), Profile = Profile, Time = Now, Title = title };

    /// <summary>A title is not to be shown again.</summary>
    public TitleHidden Hidden(TitleId title) => new() { Id = NewId(), Profile = Profile, Time = Now, Title = title };

    /// <summary>A search was made.</summary>
    public Searched Searched(string query) => new() { Id = NewId(), Profile = Profile, Time = Now, Query = query };

    /// <summary>A title was opened from the results of a search.</summary>
    public SearchResultOpened Found(TitleId title, string query) => new() { Id = NewId(), Profile = Profile, Time = Now, Title = title, Query = query };

    private DateTimeOffset Now => time.GetUtcNow();
}
