using System.Collections.Immutable;
using System.Globalization;
using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Engine.Notifications.Sources;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Events;
using Orleans.Personalize.Notifications;

namespace Orleans.Personalize.Engine.Notifications;

/// <summary>Plans what a profile is sent: gathers what it could be told, values each at its best hour and channel, and lets at most one out now.</summary>
internal static class NotificationPlanner
{
    private static readonly ISuggestionSource[] Sources =
        [new NewEpisodesSource(), new LeavingSoonSource(), new NewArrivalSource(), new ResumeSource(), new DigestSource()];

    /// <summary>Makes the plan of one moment.</summary>
    /// <param name="page">All titles scored for the profile, with all rules applied.</param>
    /// <param name="state">What is remembered of the profile.</param>
    /// <param name="options">What is worth telling.</param>
    public static NotificationPlan Plan(PageContext page, ProfileState state, NotificationOptions options)
    {
        // Operators' rules hold here as in any list of titles; most messages are read on a phone.
        var rules = ActiveRules.Apply(page, DeviceKind.Phone, hasRows: false);
        var log = state.NotificationArray;
        var candidates = new List<Candidate>();
        var context = new SuggestionContext(page, log, options);
        foreach (var source in Sources) source.Propose(context, candidates);
        var timing = new SendTiming(page, state, options);
        var writer = new CardWriter(page, explain: false, rules);
        var valued = new List<NotificationSuggestion>(candidates.Count);
        foreach (var candidate in candidates)
        {
            if (AttemptOf(candidate, log, options, page.Now) is { } attempt) valued.Add(Write(candidate, timing.Best(candidate, attempt), attempt, writer, context));
        }

        valued.Sort((a, b) => Compare(a, b));
        var suggestions = HoldBackLesser(valued, options);
        return Finish(suggestions, page, state, NextRetry(log, options, page.Now));
    }

    /// <summary>How often a message will have been tried with the next time; null where it was sent, or is being sent, or is not tried again.</summary>
    private static int? AttemptOf(Candidate candidate, NotificationEntry[] log, NotificationOptions options, DateTimeOffset now)
    {
        var message = EventWindow.HashOf(candidate.Id);
        foreach (var entry in log)
        {
            if (entry.Message != message) continue;
            return SecondsToRetry(entry, options, now) <= 0 ? entry.Attempts + 1 : null;
        }

        return 1;
    }

    /// <summary>How long until a message that a sender took on, and was not heard of since, may be tried again; null where it is not tried again.</summary>
    private static double? SecondsToRetry(NotificationEntry entry, NotificationOptions options, DateTimeOffset now)
    {
        var seconds = (double)Interaction.ToSeconds(now);
        return entry is { Stage: NotificationStage.Claimed, Channel: NotificationChannel.Email }
            && seconds - entry.SentSeconds < options.EmailRetryHours * 3600
            && entry.Attempts < options.EmailAttempts
                ? entry.Seconds + (options.LeaseMinutes * 60) - seconds
                : null;
    }

    private static DateTimeOffset? NextRetry(NotificationEntry[] log, NotificationOptions options, DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (var entry in log)
        {
            if (SecondsToRetry(entry, options, now) is > 0 and var wait && !(next <= now.AddSeconds(wait))) next = now.AddSeconds(wait);
        }

        return next;
    }

    private static NotificationSuggestion Write(Candidate candidate, SendTime time, int attempt, CardWriter writer, SuggestionContext context) => new()
    {
        Id = candidate.Id,
        Kind = candidate.Kind,
        Channel = time.Channel,
        About = candidate.Kind == NotificationKind.Digest ? null : context.Page.Catalog[candidate.Titles[0]]!.Id,
        Headline = candidate.Headline,
        Text = candidate.Text,
        Cards = [.. candidate.Titles.Select(title => writer.Write(title, candidate.Titles.Length == 1 ? candidate.Reason : context.ReasonFor(title)))],
        Reason = candidate.Reason,
        SendAt = time.At,
        Hold = time.Hold,
        Score = Math.Round(time.Score, 4),
        OpenProbability = Math.Round(time.OpenProbability, 4),
        Worth = Math.Round(time.Worth, 4),
        Cost = Math.Round(time.Cost, 4),
        Attempt = attempt,
    };

    // What was cut off goes before everything new: somebody may be waiting for the rest of it.
    private static int Compare(NotificationSuggestion a, NotificationSuggestion b)
    {
        var byAttempt = (b.Attempt > 1).CompareTo(a.Attempt > 1);
        var byScore = byAttempt != 0 ? byAttempt : b.Score.CompareTo(a.Score);
        return byScore != 0 ? byScore : string.CompareOrdinal(a.Id, b.Id);
    }

    // Going down from the best: nothing goes out that would keep something better from its own hour.
    private static ImmutableArray<NotificationSuggestion> HoldBackLesser(List<NotificationSuggestion> valued, NotificationOptions options)
    {
        var planned = ImmutableArray.CreateBuilder<NotificationSuggestion>(valued.Count);
        foreach (var suggestion in valued)
        {
            var isInTheWay = suggestion.SendAt is { } at && planned.Any(better => better.SendAt is { } other
                && (at - other).Duration().TotalHours < SpacingOf(suggestion.Channel, better.Channel, options));
            planned.Add(isInTheWay ? suggestion with { SendAt = null, Hold = NotificationHold.AnotherFirst } : suggestion);
        }

        return planned.MoveToImmutable();
    }

    private static double SpacingOf(NotificationChannel one, NotificationChannel other, NotificationOptions options) =>
        one == other ? Math.Max(options.SpacingHours, options.Of(one).SpacingHours) : options.SpacingHours;

    private static NotificationPlan Finish(ImmutableArray<NotificationSuggestion> suggestions, PageContext page, ProfileState state, DateTimeOffset? retry)
    {
        var now = page.Now.ToOffset(page.LastOffset);
        var send = suggestions.FirstOrDefault(suggestion => suggestion is { SendAt: not null, Hold: null });
        var next = suggestions.Where(suggestion => suggestion.Hold is not null && suggestion.SendAt is not null).Min(suggestion => suggestion.SendAt);
        return new NotificationPlan
        {
            Profile = page.Settings.Id,
            PlannedAt = now,
            Send = send,
            Claim = send is null ? null : ClaimOf(send, state, page.Settings.Id, now),
            Suggestions = suggestions,
            NextAt = retry < next || next is null ? retry?.ToOffset(page.LastOffset) : next,
            Summary = Summaries.Of(send, suggestions, next),
        };
    }

    // Whoever plans after the same messages asks for the same event, so that only one of them is accepted.
    private static NotificationClaimed ClaimOf(NotificationSuggestion send, ProfileState state, ProfileId profile, DateTimeOffset now)
    {
        var slot = send.Attempt > 1 ? $"{EventWindow.HashOf(send.Id):x12}-{send.Attempt}" : $"after-{HashOf(state.NotificationArray):x16}";
        return new NotificationClaimed
        {
            Id = new EventId($"notification-{slot}"),
            Profile = profile,
            Time = now,
            Notification = send.Id,
            About = send.About,
            Titles = send.About is null ? [.. send.Cards.Select(card => card.Title)] : [],
            Channel = send.Channel,
            Kind = send.Kind,
            Attempt = send.Attempt,
        };
    }

    // Of which messages there are, whatever became of them and in whatever order.
    private static ulong HashOf(NotificationEntry[] log) =>
        StableHash64.Of(string.Join(' ', log.Select(entry => entry.Message).Order().Select(message => message.ToString("x12", CultureInfo.InvariantCulture))));
}
