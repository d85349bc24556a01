using Orleans.Personalize.Notifications.Rendering;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Notifications.Tests.Support;

/// <summary>Messages to send.</summary>
internal static class Letters
{
    public static MessageOptions Options { get; } = new()
    {
        ServiceName = "Nordlicht",
        TitleUrl = "https://tv.example.com/watch/{title}?from={notification}",
        ArtworkBase = new Uri("https://tv.example.com/"),
        UnsubscribeBase = new Uri("https://tv.example.com/"),
        UnsubscribeKey = "0123456789abcdef",
        Imprint = "Nordlicht GmbH, Hafenstraße 1, Kiel",
    };

    public static OutgoingNotification Digest { get; } = Of(
        "Mara", "Your week: Harbour Lights, Zoë & <b>Tim</b> and more", CardOf("harbour", "Harbour Lights"), CardOf("zoe", "Zoë & <b>Tim</b>"), CardOf("a/b", "Ωmega \"quoted\""));

    public static OutgoingNotification News { get; } = Of("Mara", "Harbour Lights: season 2 is here", CardOf("harbour", "Harbour Lights"));

    public static OutgoingNotification Of(string name, string headline, params Card[] cards) => new(
        new ProfileSettings
        {
            Id = new ProfileId("mara"),
            Name = name,
            Notifications = new NotificationSettings { Email = "mara@example.com", PushToken = "device-1" },
        },
        new NotificationSuggestion
        {
            Id = "digest-0123456789abcdef",
            Kind = cards.Length == 1 ? NotificationKind.NewEpisodes : NotificationKind.Digest,
            Channel = NotificationChannel.Email,
            About = cards.Length == 1 ? cards[0].Title : null,
            Headline = headline,
            Text = "Picked for you.",
            Cards = [.. cards],
            Reason = new Reason { Kind = ReasonKind.TasteMatch, Text = "What suits you best this week" },
            Score = 0.1,
            OpenProbability = 0.2,
            Worth = 1,
            Cost = 0.1,
        });

    public static Card CardOf(string id, string name, string? artwork = "/posters/p.svg") => new()
    {
        Title = new TitleId(id.Replace('/', '-')),
        Name = name,
        Year = 2025,
        MatchScore = 0.934,
        Label = "New",
        ArtworkUrl = artwork,
        Reason = new Reason { Kind = ReasonKind.LikedTheme, Text = "Because you like <dark> stories" },
    };
}
