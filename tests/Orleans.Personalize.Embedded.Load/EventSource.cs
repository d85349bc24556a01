using System.Collections.Immutable;
using Orleans.Personalize.Events;

namespace Orleans.Personalize.Embedded.Load;

/// <summary>Makes the events of one caller: the usual mixture, over random profiles and titles.</summary>
internal sealed class EventSource(LoadPlan load, int caller)
{
    private readonly Random _random = new(caller);
    private int _made;

    public ImmutableArray<ProfileEvent> Next()
    {
        var events = ImmutableArray.CreateBuilder<ProfileEvent>(load.Batch);
        for (var i = 0; i < load.Batch; i++)
            events.Add(One());
        return events.MoveToImmutable();
    }

    private ProfileEvent One()
    {
        var id = new EventId($"{caller:x4}-{_made++:x8}-{_random.NextInt64():x16}");
        var profile = new ProfileId($"profile-{_random.Next(load.Profiles)}");
        // Some titles are played much more than others.
        var title = new TitleId($"title-{(int)(load.Titles * Math.Pow(_random.NextDouble(), 3))}");
        ProfileEvent e = _random.Next(10) switch
        {
            < 4 => new PlayProgressed { Id = id, Profile = profile, Time = default, Title = title, PositionSeconds = _random.Next(6000), DurationSeconds = 6000 },
            < 6 => new Impression { Id = id, Profile = profile, Time = default, Title = title, RowIndex = 2, Column = 3 },
            6 => new TitleOpened { Id = id, Profile = profile, Time = default, Title = title },
            7 => new PlayStarted { Id = id, Profile = profile, Time = default, Title = title, DurationSeconds = 6000 },
            8 => new PlayCompleted { Id = id, Profile = profile, Time = default, Title = title, PositionSeconds = 6000, DurationSeconds = 6000 },
            _ => new ThumbGiven { Id = id, Profile = profile, Time = default, Title = title, Thumb = Thumb.Up },
        };
        return e with { Time = DateTimeOffset.UtcNow, Device = (DeviceKind)_random.Next(4), Session = $"session-{caller}" };
    }
}
