namespace Orleans.Personalize.Engine.Profiles;

/// <summary>The visits of two profiles as one history. Visits to a title within twelve hours are one visit, as they are of one profile.</summary>
internal static class MergedVisits
{
    /// <summary>The latest visits of both, oldest first.</summary>
    /// <param name="target">Visits of the profile that stays: before the other's at the same second.</param>
    /// <param name="source">Visits of the other.</param>
    /// <param name="thumbs">The thumbs that hold for both.</param>
    /// <param name="room">Room for the visits of both; the result is a part of it.</param>
    public static ReadOnlySpan<HistoryEntry> Of(History target, History source, GivenThumb[] thumbs, Span<HistoryEntry> room)
    {
        Span<HistoryEntry> own = stackalloc HistoryEntry[target.Count];
        Span<HistoryEntry> others = stackalloc HistoryEntry[source.Count];
        target.CopyTo(own);
        source.CopyTo(others);
        var (count, i, j) = (0, 0, 0);
        while (i < own.Length || j < others.Length)
        {
            var takesOwn = j == others.Length || (i < own.Length && own[i].Seconds <= others[j].Seconds);
            Add(room, ref count, takesOwn ? own[i++] : others[j++]);
        }

        foreach (var thumb in thumbs)
            Judge(room[..count], thumb);
        return room[Math.Max(0, count - ProfileMemory.Interactions)..count];
    }

    private static void Add(Span<HistoryEntry> entries, ref int count, HistoryEntry next)
    {
        for (var i = count - 1; i >= 0 && next.Seconds - entries[i].Seconds <= ProfileMemory.VisitSeconds; i--)
        {
            if (entries[i].Title != next.Title)
                continue;
            next = VisitRules.Joined(entries[i], next);
            entries[(i + 1)..count].CopyTo(entries[i..]);
            count--;
        }

        entries[count++] = next;
    }

    /// <summary>A thumb is the judgement of the latest visit that has none of its own.</summary>
    private static void Judge(Span<HistoryEntry> entries, GivenThumb thumb)
    {
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            if (entries[i].Title != thumb.Title)
                continue;
            if (!entries[i].IsJudged)
                entries[i] = entries[i] with { Level = HistoryEntry.LevelOf(Signals.OfThumb(thumb.Thumb)), IsJudged = true };
            return;
        }
    }
}
