using Orleans.Personalize.Demo.Randomness;
using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo.Households;

/// <summary>Tells one playback: how far somebody watches who likes it so much, and what happens on the way.</summary>
internal static class PlaybackStory
{
    private const double SecondsBetweenReports = 25 * 60;

    /// <summary>How a playback ended.</summary>
    public enum End
    {
        /// <summary>It was watched to its end.</summary>
        Finished,

        /// <summary>It was left in the middle, to be gone on with.</summary>
        Interrupted,

        /// <summary>It was left because it was not liked.</summary>
        Abandoned,
    }

    /// <summary>Writes the events of one playback.</summary>
    /// <param name="events">Where to.</param>
    /// <param name="title">What is played.</param>
    /// <param name="episode">Which episode; null for a film.</param>
    /// <param name="from">Where it begins, in seconds.</param>
    /// <param name="liking">How much it is liked, in [0,1].</param>
    /// <param name="row">The row it was chosen from.</param>
    /// <param name="dice">Chance.</param>
    /// <returns>How it ended and where, in seconds.</returns>
    public static (End End, double Position) Tell(
        EventWriter events, Title title, Episode? episode, double from, double liking, RowId? row, Dice dice)
    {
        var duration = 60 * (episode?.RuntimeMinutes ?? title.RuntimeMinutes ?? 90);
        var (end, until) = Decide(duration, from, liking, dice);
        events.Play<PlayStarted>(title, episode, from, duration, row);
        var position = from;
        if (episode is not null && from == 0 && until > 120 && dice.Chance(0.35))
        {
            events.Wait(20);
            events.Play<IntroSkipped>(title, episode, 75, duration, row);
            position = 75;
        }

        while (until - position > SecondsBetweenReports)
        {
            events.Wait(SecondsBetweenReports);
            position += SecondsBetweenReports;
            events.Play<PlayProgressed>(title, episode, position, duration, row);
            if (dice.Chance(0.12))
            {
                events.Play<PlayPaused>(title, episode, position, duration, row);
                events.Wait(dice.Between(60, 600));
            }
        }

        events.Wait(until - position);
        if (end != End.Finished)
        {
            events.Play<PlayStopped>(title, episode, until, duration, row);
        }
        else if (episode is not null && dice.Chance(0.4))
        {
            events.Play<CreditsSkipped>(title, episode, until, duration, row);
        }
        else
        {
            events.Play<PlayCompleted>(title, episode, until, duration, row);
        }

        return (end, until);
    }

    private static (End End, double Until) Decide(double duration, double from, double liking, Dice dice)
    {
        var (dislikes, patient, share) = (dice.Chance(0.55 * (1 - liking) * (1 - liking)), dice.Chance(0.45 + (0.5 * liking)), dice.Unit());
        var rest = duration - from;
        return from > 0.75 * duration || (patient && !dislikes) ? (End.Finished, Math.Max(from, duration * 0.98))
            : dislikes ? (End.Abandoned, from + (rest * (0.02 + (0.07 * share))))
            : (End.Interrupted, from + (rest * (0.25 + (0.55 * share))));
    }
}
