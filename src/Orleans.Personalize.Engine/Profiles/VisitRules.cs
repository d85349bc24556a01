using Orleans.Personalize.Events;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>
/// What belongs to one visit of a title, and what a further event makes of it. The events of one playback, and whatever else is done with
/// the title within twelve hours, are one visit; a judgement belongs to the latest visit, however long ago it was.
/// </summary>
internal static class VisitRules
{
    private const sbyte WellWatchedLevel = HistoryEntry.Levels / 2;

    /// <summary>Applies an event to the visits of a profile.</summary>
    /// <param name="entries">The visits, oldest first, with room for one more.</param>
    /// <param name="count">How many there are; afterwards, how many there are then.</param>
    /// <param name="occurrence">What happened.</param>
    /// <param name="thumb">The thumb that the title has now.</param>
    /// <returns>The visit before (null where it is a new one) and after; null where the event makes no visit.</returns>
    public static (HistoryEntry? Before, HistoryEntry After)? Apply(
        Span<HistoryEntry> entries, ref int count, in Occurrence occurrence, Thumb thumb)
    {
        var index = Find(entries[..count], occurrence);
        HistoryEntry? before = index >= 0 ? entries[index] : null;
        if (before is null && !BeginsVisit(occurrence))
            return null;
        var after = Merge(before, occurrence, thumb);
        if (before is not null)
        {
            entries[(index + 1)..count].CopyTo(entries[index..]);
            count--;
        }

        var place = count;
        while (place > 0 && entries[place - 1].Seconds > after.Seconds)
            place--;
        entries[place..count].CopyTo(entries[(place + 1)..]);
        entries[place] = after;
        count++;
        return (before, after);
    }

    /// <summary>The titles played last before an event, other than the event's own, as far as they are recent enough; the latest first.</summary>
    /// <param name="entries">The visits, oldest first.</param>
    /// <param name="occurrence">The event.</param>
    /// <param name="titles">Receives catalogue numbers, as many as there is room for.</param>
    /// <returns>The part of <paramref name="titles"/> that was filled.</returns>
    public static ReadOnlySpan<int> PlayedBefore(ReadOnlySpan<HistoryEntry> entries, in Occurrence occurrence, Span<int> titles)
    {
        var count = 0;
        for (var i = entries.Length - 1; i >= 0 && count < titles.Length; i--)
        {
            ref readonly var entry = ref entries[i];
            if (entry.Seconds > occurrence.Seconds || entry.Title == occurrence.Number || entry.Progress == WatchedTo.NotPlayed)
                continue;
            if (occurrence.Seconds - entry.Seconds > ProfileMemory.NextSeconds)
                break;
            if (!titles[..count].Contains(entry.Title))
                titles[count++] = entry.Title;
        }

        return titles[..count];
    }

    /// <summary>How much of a play an event added: half when it is begun, half when it is watched well.</summary>
    public static float PlayedShare(HistoryEntry? before, HistoryEntry after)
    {
        var begun = after.Progress != WatchedTo.NotPlayed && before is not { Progress: not WatchedTo.NotPlayed };
        var well = IsWellWatched(after) && !(before is { } old && IsWellWatched(old));
        return (begun ? 0.5f : 0) + (well ? 0.5f : 0);
    }

    /// <summary>How far the title is watched with a playback event: a series is finished with its last known episode.</summary>
    public static WatchedTo ProgressOf(PlayEvent play, Title? title)
    {
        if (!IsAtEnd(play, title))
            return WatchedTo.Begun;
        if (title is not { Kind: TitleKind.Series } || play.Episode is null)
            return WatchedTo.Finished;
        return !title.Episodes.IsDefaultOrEmpty && NextEpisode(play, title) is null ? WatchedTo.Finished : WatchedTo.Begun;
    }

    /// <summary>Whether the film or episode was watched to its end.</summary>
    public static bool IsAtEnd(PlayEvent play, Title? title) => play switch
    {
        PlayCompleted or CreditsSkipped => true,
        PlayProgressed or PlayPaused or PlayStopped => Signals.ShareOf(play, title) >= Signals.FinishedShare,
        _ => false,
    };

    /// <summary>The episode after the one that is played, in the order of seasons and numbers; null where none is known.</summary>
    public static Episode? NextEpisode(PlayEvent play, Title title)
    {
        if (title.Episodes.IsDefaultOrEmpty)
            return null;
        var played = (play.Season ?? 1, play.Episode ?? 0);
        Episode? next = null;
        foreach (var episode in title.Episodes.AsSpan())
        {
            var place = (episode.Season, episode.Number);
            if (place.CompareTo(played) > 0 && (next is null || place.CompareTo((next.Season, next.Number)) < 0))
                next = episode;
        }

        return next;
    }

    /// <summary>Two visits of two profiles as one of both: what was judged last counts, else what was done best.</summary>
    /// <param name="earlier">The one that ended first.</param>
    /// <param name="later">The other, of the same title.</param>
    public static HistoryEntry Joined(in HistoryEntry earlier, in HistoryEntry later)
    {
        var joined = later with
        {
            Progress = later.Progress > earlier.Progress ? later.Progress : earlier.Progress,
            Screen = later.Screen is Screens.None or Screens.Unknown && earlier.Screen != Screens.None ? earlier.Screen : later.Screen,
        };
        if (later.IsJudged)
            return joined;
        if (earlier.IsJudged)
            return joined with { Level = earlier.Level, IsJudged = true };
        return joined with { Level = Combined(earlier, later.Level, later.Progress == WatchedTo.NotPlayed ? SignalKind.Interest : SignalKind.Play) };
    }

    private static bool BeginsVisit(in Occurrence occurrence) => occurrence.Signal.Kind switch
    {
        SignalKind.Interest => occurrence.Signal.Strength > 0,
        SignalKind.Judgement => occurrence.Event is not ThumbGiven { Thumb: Thumb.Cleared },
        _ => true,
    };

    private static int Find(ReadOnlySpan<HistoryEntry> entries, in Occurrence occurrence)
    {
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            if (entries[i].Title != occurrence.Number)
                continue;
            var apart = Math.Abs((long)entries[i].Seconds - occurrence.Seconds);
            if (apart <= ProfileMemory.VisitSeconds || occurrence.Signal.Kind == SignalKind.Judgement)
                return i;
        }

        return -1;
    }

    private static HistoryEntry Merge(HistoryEntry? before, in Occurrence occurrence, Thumb thumb)
    {
        var signal = occurrence.Signal;
        var progress = occurrence.Event switch
        {
            PlayEvent play => ProgressOf(play, occurrence.Title),
            TitleRated => WatchedTo.Finished,
            _ => WatchedTo.NotPlayed,
        };
        var old = before ?? new HistoryEntry(occurrence.Number, occurrence.Seconds, 0, WatchedTo.NotPlayed, IsJudged: false, Screens.None);
        var merged = old with
        {
            Seconds = Math.Max(old.Seconds, occurrence.Seconds),
            Progress = progress > old.Progress ? progress : old.Progress,
            Screen = occurrence.Event is PlayEvent played ? ScreenOf(played, old) : old.Screen,
        };
        var level = HistoryEntry.LevelOf(signal.Strength);
        if (occurrence.Event is ThumbGiven { Thumb: Thumb.Cleared })
            return merged with { Level = LevelWithoutJudgement(merged), IsJudged = false };
        if (signal.Kind == SignalKind.Judgement)
            return merged with { Level = level, IsJudged = true };
        if (thumb != Thumb.Cleared)
            return merged with { Level = HistoryEntry.LevelOf(Signals.OfThumb(thumb)), IsJudged = true };
        if (old.IsJudged)
            return merged;
        return merged with { Level = before is null ? level : Combined(old, level, signal.Kind) };
    }

    // What a player told once holds for the visit.
    private static byte ScreenOf(PlayEvent play, in HistoryEntry old) => Screens.Of(play.Device) is var screen && screen == Screens.Unknown && old.Screen != Screens.None ? old.Screen : screen;

    /// <summary>What was done best counts; a bad sign counts only where nothing better than a beginning had been made.</summary>
    private static sbyte Combined(in HistoryEntry old, sbyte level, SignalKind kind)
    {
        if (level >= 0)
            return Math.Max(old.Level, level);
        var weak = kind == SignalKind.Play ? !IsWellWatched(old) : old.Progress == WatchedTo.NotPlayed;
        return weak ? Math.Min(old.Level, level) : old.Level;
    }

    private static sbyte LevelWithoutJudgement(in HistoryEntry entry) => HistoryEntry.LevelOf(entry.Progress switch
    {
        WatchedTo.Finished => Signals.Completed,
        WatchedTo.Begun => Signals.Started,
        _ => 0,
    });

    private static bool IsWellWatched(in HistoryEntry entry) =>
        entry.Progress == WatchedTo.Finished
        || (entry.Progress == WatchedTo.Begun && !entry.IsJudged && entry.Level >= WellWatchedLevel);
}
