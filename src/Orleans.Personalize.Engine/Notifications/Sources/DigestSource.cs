using System.Globalization;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Notifications.Sources;

/// <summary>
/// The week's best: new titles that suit the profile before others, none that was suggested lately. One a week, whatever day it goes out.
/// </summary>
internal sealed class DigestSource : ISuggestionSource
{
    private const double SecondsOfDay = 24 * 3600;

    // Standard deviations of score by which a new title leads one that has been there for long.
    private const float NewFirst = 0.5f;

    /// <inheritdoc/>
    public void Propose(SuggestionContext context, List<Candidate> into)
    {
        var page = context.Page;
        var local = context.Local(context.Now).DateTime;
        var week = string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(local)}-{ISOWeek.GetWeekOfYear(local)}");
        var id = context.IdOf(NotificationKind.Digest, -1, week);
        if (page.IsCold || WasLately(id, context)) return;
        var titles = TitlesOf(id, context);
        if (titles.Length < Math.Max(2, context.Options.FewestDigestTitles)) return;
        var names = titles.Take(2).Select(title => SuggestionContext.NameOf(page.Catalog[title]!)).ToArray();
        into.Add(new Candidate
        {
            Kind = NotificationKind.Digest,
            Titles = titles,
            Id = id,
            // The best of a whole catalogue always stand above it: a digest of them is one as usual, and of less is less.
            Fit = Math.Min(1, titles.Average(context.FitOf)),
            Headline = $"Your week: {names[0]}, {names[1]} and more",
            Text = string.Create(CultureInfo.InvariantCulture, $"{titles.Length} titles picked for {page.Settings.Name}."),
            Reason = new Reason { Kind = ReasonKind.TasteMatch, Text = "What suits you best this week" },
        });
    }

    private static bool WasLately(string id, SuggestionContext context)
    {
        var (own, now) = (EventWindow.HashOf(id), (double)Interaction.ToSeconds(context.Now));
        return Array.Exists(context.Log, entry =>
            entry.Kind == NotificationKind.Digest && entry.Message != own && entry.Stage != NotificationStage.Failed
            && now - entry.SentSeconds < context.Options.DigestDays * SecondsOfDay);
    }

    // One that is sent again holds what it held before.
    private static int[] TitlesOf(string id, SuggestionContext context)
    {
        var (page, message) = (context.Page, EventWindow.HashOf(id));
        foreach (var entry in context.Log)
        {
            if (entry.Message == message && !entry.Titles.IsEmpty) return [.. entry.Titles.Where(page.Workspace.Recommendable.Contains)];
        }

        var room = Math.Min(context.Options.DigestTitles, Events.NotificationClaimed.MaxTitles);
        Span<int> titles = stackalloc int[room];
        Span<float> scores = stackalloc float[room];
        var top = new TopTitles(titles, scores);
        var before = context.SuggestedBefore(id);
        foreach (var title in page.Workspace.Recommendable)
        {
            if (before.Contains(title)) continue;
            var isNew = page.Catalog[title]!.AddedAt is { } added && added <= context.Now && context.DaysSince(added) < context.Options.ArrivalDays;
            top.Offer(title, page.Workspace.Rank[title] + (isNew ? NewFirst : 0));
        }

        return titles[..top.Sort()].ToArray();
    }
}
