using System.Collections.Immutable;
using System.Globalization;
using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Engine.Notifications;

/// <summary>One sentence on a plan.</summary>
internal static class Summaries
{
    /// <summary>Says what is done now, and why.</summary>
    public static string Of(NotificationSuggestion? send, ImmutableArray<NotificationSuggestion> suggestions, DateTimeOffset? next)
    {
        if (send is not null)
            return $"Send by {NameOf(send.Channel)} now: {send.Headline}";
        if (suggestions.IsEmpty)
            return "Nothing to tell";
        if (next is { } at)
        {
            var first = suggestions.First(suggestion => suggestion.SendAt == at);
            var time = at.ToString("ddd HH:mm", CultureInfo.InvariantCulture);
            return $"Nothing now; {time} by {NameOf(first.Channel)}: {first.Headline} ({Why(first.Hold)})";
        }

        return $"Nothing: {Why(suggestions[0].Hold)}";
    }

    private static string NameOf(NotificationChannel channel) => channel == NotificationChannel.Push ? "push message" : "e-mail";

    private static string Why(NotificationHold? hold) => hold switch
    {
        NotificationHold.NoAddress => "there is no address to send it to",
        NotificationHold.OptedOut => "the profile does not want it",
        NotificationHold.NotWorthIt => "it is not worth disturbing anybody",
        NotificationHold.Cap => "enough was sent lately",
        NotificationHold.QuietHours => "it is a quiet hour",
        NotificationHold.BetterHour => "that is a better hour",
        _ => "something better comes first",
    };
}
