using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo.Households;

/// <summary>Writes down what one member does: keeps the clock, numbers the events, and fills in what they have in common.</summary>
internal sealed class EventWriter(Member member)
{
    private readonly List<ProfileEvent> _events = [];
    private int _written;
    private int _visits;
    private DeviceKind _device;
    private string _session = string.Empty;

    /// <summary>The time where the member lives.</summary>
    public DateTimeOffset Clock { get; private set; }

    /// <summary>The page of the present visit.</summary>
    public PageId Page { get; private set; }

    /// <summary>Begins a visit.</summary>
    public void BeginVisit(DateTimeOffset time, DeviceKind device)
    {
        Clock = time;
        _device = device;
        _session = $"{member.Settings.Id}-{++_visits}";
        Page = new PageId(_session);
    }

    /// <summary>Lets time pass.</summary>
    public void Wait(double seconds) => Clock = Clock.AddSeconds(Math.Round(seconds));

    /// <summary>What was written since the last call.</summary>
    public ProfileEvent[] Take()
    {
        var events = _events.ToArray();
        _events.Clear();
        return events;
    }

    /// <summary>A card was seen.</summary>
    public void See(Title title, RowId row, int rowIndex, int column, ArtworkId? artwork) =>
        Write(new Impression
        {
            Id = default,
            Profile = default,
            Time = default,
            Title = title.Id,
            Page = Page,
            Row = row,
            RowIndex = rowIndex,
            Column = column,
            Artwork = artwork,
        });

    /// <summary>A row was passed.</summary>
    public void PassRow(RowId row, int rowIndex) =>
        Write(new RowScrolledPast
        {
            Id = default,
            Profile = default,
            Time = default,
            Page = Page,
            Row = row,
            RowIndex = rowIndex,
        });

    /// <summary>A row was followed.</summary>
    public void FollowRow(RowId row, int rowIndex, int throughColumn) =>
        Write(new RowScrolledAlong
        {
            Id = default,
            Profile = default,
            Time = default,
            Page = Page,
            Row = row,
            RowIndex = rowIndex,
            ThroughColumn = throughColumn,
        });

    /// <summary>A title's page was opened from a row.</summary>
    public void Open(Title title, RowId row, int rowIndex, int column, ArtworkId? artwork) =>
        Write(new TitleOpened
        {
            Id = default,
            Profile = default,
            Time = default,
            Title = title.Id,
            Page = Page,
            Row = row,
            RowIndex = rowIndex,
            Column = column,
            Artwork = artwork,
        });

    /// <summary>Something was searched for and a result opened.</summary>
    public void Search(string query, Title title, double seconds)
    {
        Write(new Searched { Id = default, Profile = default, Time = default, Query = query });
        Wait(seconds);
        Write(new SearchResultOpened { Id = default, Profile = default, Time = default, Query = query, Title = title.Id });
    }

    /// <summary>A thumb was given.</summary>
    public void Judge(Title title, Thumb thumb) =>
        Write(new ThumbGiven { Id = default, Profile = default, Time = default, Title = title.Id, Thumb = thumb });

    /// <summary>A title was put on the list.</summary>
    public void Keep(Title title) => Write(new MyListAdded { Id = default, Profile = default, Time = default, Title = title.Id });

    /// <summary>A title was taken off the list.</summary>
    public void Drop(Title title) => Write(new MyListRemoved { Id = default, Profile = default, Time = default, Title = title.Id });

    /// <summary>A title is not to be shown again.</summary>
    public void Hide(Title title) => Write(new TitleHidden { Id = default, Profile = default, Time = default, Title = title.Id });

    /// <summary>Something happened in a playback.</summary>
    public void Play<T>(Title title, Episode? episode, double position, double duration, RowId? row)
        where T : PlayEvent
    {
        var blank = (T)Blank(typeof(T), title.Id);
        Write(blank with
        {
            Season = episode?.Season,
            Episode = episode?.Number,
            PositionSeconds = Math.Round(position),
            DurationSeconds = Math.Round(duration),
            Page = row is null ? null : Page,
            Row = row,
        });
    }

    private static PlayEvent Blank(Type type, TitleId title) => type.Name switch
    {
        nameof(PlayStarted) => new PlayStarted { Id = default, Profile = default, Time = default, Title = title },
        nameof(PlayProgressed) => new PlayProgressed { Id = default, Profile = default, Time = default, Title = title },
        nameof(PlayPaused) => new PlayPaused { Id = default, Profile = default, Time = default, Title = title },
        nameof(PlayStopped) => new PlayStopped { Id = default, Profile = default, Time = default, Title = title },
        nameof(PlayCompleted) => new PlayCompleted { Id = default, Profile = default, Time = default, Title = title },
        nameof(IntroSkipped) => new IntroSkipped { Id = default, Profile = default, Time = default, Title = title },
        nameof(CreditsSkipped) => new CreditsSkipped { Id = default, Profile = default, Time = default, Title = title },
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "is no event of a playback"),
    };

    private void Write(ProfileEvent blank) => _events.Add(blank with
    {
        Id = new EventId($"{member.Settings.Id}-{++_written}"),
        Profile = member.Settings.Id,
        Time = Clock,
        Device = _device,
        Session = _session,
    });
}
