using System.Globalization;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Engine.Notifications.Sources;

/// <summary>Playbacks that were left some days ago, neither just begun nor all but finished.</summary>
internal sealed class ResumeSource : ISuggestionSource
{
    private const int Most = 2;

    // Days after the first reminder is due in which the chance of going on falls to 1/e.
    private const double Patience = 10;
    private const float LeastShare = 0.1f;
    private const float MostShare = 0.9f;

    /// <inheritdoc/>
    public void Propose(SuggestionContext context, List<Candidate> into)
    {
        var page = context.Page;
        var found = page.Resumable
            .Select(playback => (Playback: playback, Fit: FitOf(playback, context)))
            .Where(entry => entry.Fit > 0)
            .OrderByDescending(entry => entry.Fit)
            .ThenBy(entry => entry.Playback.Title)
            .Take(Most);
        foreach (var (playback, fit) in found)
        {
            var (name, progress) = (SuggestionContext.NameOf(page.Catalog[playback.Title]!), playback.Point.ToWatchProgress(page.Catalog[playback.Title]!.Id));
            var reason = CardWriter.Resume(progress);
            into.Add(new Candidate
            {
                Kind = NotificationKind.Resume,
                Titles = [playback.Title],
                Id = context.IdOf(NotificationKind.Resume, playback.Title, string.Create(CultureInfo.InvariantCulture, $"{progress.Time.ToUnixTimeSeconds()}")),
                Fit = fit,
                Headline = progress.Episode is null ? $"Finish {name}?" : $"Go on with {name}?",
                Text = $"{reason.Text}.",
                Reason = reason,
            });
        }
    }

    private static double FitOf(Resumable playback, SuggestionContext context)
    {
        var idle = context.DaysSince(playback.Since);
        if (playback.IsNew || idle < context.Options.ResumeAfterDays || idle > context.Options.ResumeUntilDays) return 0;
        var pull = 1.0;
        if (playback.Point is { Episode: 0, Share: { } share })
        {
            if (share is < LeastShare or > MostShare) return 0;
            pull = 0.6 + (0.6 * share);
        }

        return pull * Math.Exp(-(idle - context.Options.ResumeAfterDays) / Patience);
    }
}
