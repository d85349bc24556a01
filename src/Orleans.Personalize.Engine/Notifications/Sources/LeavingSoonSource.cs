using System.Globalization;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Notifications.Sources;

/// <summary>Titles that the profile saved or began, and that can soon no longer be watched.</summary>
internal sealed class LeavingSoonSource : ISuggestionSource
{
    private const int Most = 3;

    // By how much likelier it is opened on the last day than when it is first told.
    private const double Urgency = 0.5;

    /// <inheritdoc/>
    public void Propose(SuggestionContext context, List<Candidate> into)
    {
        var page = context.Page;
        var wanted = page.Resumable.Where(playback => !playback.IsNew).Select(playback => playback.Title).Concat(page.MyList).Distinct()
            .Select(title => (Title: title, Until: EligibilityIndex.AvailableUntil(page.Catalog[title]!, page.Country, context.Now)))
            .Where(entry => entry.Until is { } until && (until - context.Now).TotalDays < context.Options.LeavingDays)
            .OrderBy(entry => entry.Until)
            .ThenBy(entry => entry.Title)
            .Take(Most);
        foreach (var (title, end) in wanted)
        {
            var until = end!.Value;
            var isBegun = page.ProgressOf(title) is not null;
            var day = context.DayOf(until.AddTicks(-1));
            into.Add(new Candidate
            {
                Kind = NotificationKind.LeavingSoon,
                Titles = [title],
                Id = context.IdOf(NotificationKind.LeavingSoon, title, string.Create(CultureInfo.InvariantCulture, $"{until.ToUnixTimeSeconds()}")),
                Fit = 1 + (Urgency * (1 - ((until - context.Now).TotalDays / context.Options.LeavingDays))),
                Headline = $"Last chance: {SuggestionContext.NameOf(page.Catalog[title]!)}",
                Text = $"{(isBegun ? "You began it" : "It is on your list")}, and can be watched until {day}.",
                Reason = isBegun
                    ? new Reason { Kind = ReasonKind.Resume, Text = "You began this, and it leaves soon", Title = page.Catalog[title]!.Id }
                    : new Reason { Kind = ReasonKind.MyList, Text = "You saved this, and it leaves soon", Title = page.Catalog[title]!.Id },
                Until = until,
            });
        }
    }
}
