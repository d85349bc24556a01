using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>An event with what the rules need to know around it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Seconds">When it happened, in seconds since <see cref="Interaction.Origin"/>.</param>
/// <param name="Number">Catalogue number of the title it is about; -1 where it is about none that is known.</param>
/// <param name="Title">That title.</param>
/// <param name="Signal">What the event says.</param>
internal readonly record struct Occurrence(ProfileEvent Event, uint Seconds, int Number, Title? Title, Signal Signal)
{
    /// <summary>Looks the event's title up.</summary>
    public static Occurrence Of(ProfileEvent profileEvent, Catalog catalog)
    {
        var (number, title) = (-1, (Title?)null);
        if (TitleOf(profileEvent) is { Value: not null } id && catalog.TryGetNumber(id, out var known))
            (number, title) = (known, catalog[known]);
        return new Occurrence(profileEvent, Interaction.ToSeconds(profileEvent.Time), number, title, Signals.Of(profileEvent, title));
    }

    /// <summary>The title an event is about, where it is about one.</summary>
    public static TitleId? TitleOf(ProfileEvent profileEvent) => profileEvent switch
    {
        ITitleEvent about => about.Title,
        NotificationClaimed claimed => claimed.About,
        NotificationSent sent => sent.About,
        NotificationOpened opened => opened.About,
        NotificationDismissed dismissed => dismissed.About,
        _ => null,
    };
}
