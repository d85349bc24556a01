using System.Globalization;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Notifications.Sources;

/// <summary>Series that the profile finished or is in the midst of, and that have gone on since it last watched them.</summary>
internal sealed class NewEpisodesSource : ISuggestionSource
{
    // Days after which who has not watched a series cares half as much for what is new of it.
    private const double HalfForgotten = 120;

    /// <inheritdoc/>
    public void Propose(SuggestionContext context, List<Candidate> into)
    {
        foreach (var playback in context.Page.Resumable)
        {
            var series = context.Page.Catalog[playback.Title]!;
            if (series.Episodes.IsDefaultOrEmpty) continue;
            var seen = playback.Point.Time;
            if (FirstNew(series, seen, context) is not { } first || LastNew(series, seen, context) is not { } last) continue;
            var name = SuggestionContext.NameOf(series);
            var isSeason = first is { Number: 1, Season: > 1 };
            var subject = string.Create(CultureInfo.InvariantCulture, $"{last.Season}.{last.Number}");
            into.Add(new Candidate
            {
                Kind = NotificationKind.NewEpisodes,
                Titles = [playback.Title],
                Id = context.IdOf(NotificationKind.NewEpisodes, playback.Title, subject),
                Fit = 0.5 + (0.5 * Math.Pow(2, -context.DaysSince(seen) / HalfForgotten)),
                Headline = isSeason ? $"{name}: season {first.Season} is here"
                    : first == last ? $"{name}: a new episode"
                    : $"{name}: new episodes",
                Text = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Go on with season {(playback.Point.Season > 0 ? playback.Point.Season : first.Season)}, episode {(playback.Point.Episode > 0 ? playback.Point.Episode : first.Number)}."),
                Reason = new Reason { Kind = ReasonKind.New, Text = isSeason ? "A new season of what you watch" : "New episodes of what you watch", Title = series.Id },
            });
        }
    }

    private static Episode? FirstNew(Title series, DateTimeOffset seen, SuggestionContext context) =>
        series.Episodes.Where(episode => IsNew(episode, seen, context)).MinBy(episode => (episode.Season, episode.Number));

    private static Episode? LastNew(Title series, DateTimeOffset seen, SuggestionContext context) =>
        series.Episodes.Where(episode => IsNew(episode, seen, context)).MaxBy(episode => (episode.Season, episode.Number));

    private static bool IsNew(Episode episode, DateTimeOffset seen, SuggestionContext context) =>
        episode.AddedAt is { } added && added > seen && added <= context.Now && context.DaysSince(added) < context.Options.EpisodeDays;
}
