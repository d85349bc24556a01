using System.Globalization;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Notifications.Sources;

/// <summary>For whom and when suggestions are looked for.</summary>
/// <param name="page">All titles scored for the profile, with all rules applied.</param>
/// <param name="log">Its messages, oldest first.</param>
/// <param name="options">What is worth telling.</param>
internal sealed class SuggestionContext(PageContext page, NotificationEntry[] log, NotificationOptions options)
{
    private const int LongestName = 60;

    /// <summary>All titles scored.</summary>
    public PageContext Page { get; } = page;

    /// <summary>The profile's messages, oldest first.</summary>
    public NotificationEntry[] Log { get; } = log;

    /// <summary>What is worth telling.</summary>
    public NotificationOptions Options { get; } = options;

    /// <summary>The present moment.</summary>
    public DateTimeOffset Now => Page.Now;

    /// <summary>Days since a moment; negative for one to come.</summary>
    public double DaysSince(DateTimeOffset time) => (Now - time).TotalDays;

    /// <summary>A moment as the profile's clocks show it.</summary>
    public DateTimeOffset Local(DateTimeOffset time) => time.ToOffset(Page.LastOffset);

    /// <summary>The id of a message.</summary>
    public string IdOf(NotificationKind kind, int title, string subject) =>
        Candidate.IdOf(Page.Settings.Id, kind, title < 0 ? string.Empty : Page.Catalog[title]!.Id.Value, subject);

    /// <summary>The titles, by number, that messages told of before, other than one message that may be sent again.</summary>
    /// <param name="message">The id of that message; null for none.</param>
    public HashSet<int> SuggestedBefore(string? message)
    {
        ulong? own = message is null ? null : EventWindow.HashOf(message);
        var titles = new HashSet<int>();
        foreach (var entry in Log)
        {
            if (entry.Message == own) continue;
            titles.Add(entry.Title);
            titles.UnionWith(entry.Titles);
        }

        return titles;
    }

    /// <summary>How well a title suits the profile, from 0 to 2; 1 for one that stands <see cref="NotificationOptions.FitRank"/> above the catalogue.</summary>
    public double FitOf(int title) => 2 / (1 + Math.Exp(Options.FitRank - Page.Workspace.Rank[title]));

    /// <summary>A title's name, cut where it would be too long for a headline.</summary>
    public static string NameOf(Title title) =>
        title.Name.Length <= LongestName ? title.Name
        : string.Concat(title.Name.AsSpan(0, char.IsHighSurrogate(title.Name[LongestName - 2]) ? LongestName - 2 : LongestName - 1).TrimEnd(), "…");

    /// <summary>A day, as "Friday, 4 December".</summary>
    public string DayOf(DateTimeOffset time) => Local(time).ToString("dddd, d MMMM", CultureInfo.InvariantCulture);

    /// <summary>Why a title suits the profile.</summary>
    public Reason ReasonFor(int title) => PersonalReasons.For(title, Page);
}
