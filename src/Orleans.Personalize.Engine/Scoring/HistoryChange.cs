using Orleans.Personalize.Engine.Profiles;

namespace Orleans.Personalize.Engine.Scoring;

/// <summary>An interaction that one history has and another has not.</summary>
/// <param name="Interaction">The interaction.</param>
/// <param name="Age">How many came after it, in the history that has it.</param>
/// <param name="IsNew">Whether it came, instead of being gone.</param>
internal readonly record struct HistoryChange(Interaction Interaction, int Age, bool IsNew)
{
    /// <summary>The most changes that are worth following one by one.</summary>
    public const int Most = 32;

    // How many of the oldest may have fallen out since: a history of full length loses one for each that comes.
    private const int MostDropped = 4;

    /// <summary>Finds what has to be taken out of one history and put in to get another, times left aside.</summary>
    /// <param name="before">The one, oldest first.</param>
    /// <param name="now">The other.</param>
    /// <param name="changes">Room for <see cref="Most"/>; those that are gone first.</param>
    /// <param name="later">How many interactions came at the end, by which those that stayed have become older.</param>
    /// <returns>How many changes there are; -1 where the two have little in common.</returns>
    public static int Find(ReadOnlySpan<Interaction> before, ReadOnlySpan<Interaction> now, Span<HistoryChange> changes, out int later)
    {
        var (dropped, fewest) = (-1, Math.Min(Most, now.Length / 4) + 1);
        for (var candidate = 0; candidate <= Math.Min(MostDropped, before.Length); candidate++)
        {
            var count = CountFor(before, now, candidate, fewest);
            if (count < fewest)
                (dropped, fewest) = (candidate, count);
        }

        later = now.Length - (before.Length - dropped);
        if (dropped < 0)
            return -1;
        var found = 0;
        for (var i = 0; i < before.Length; i++)
        {
            if (i < dropped || !IsSame(before[i], now[i - dropped]))
                changes[found++] = new HistoryChange(before[i], before.Length - 1 - i, IsNew: false);
        }

        for (var i = 0; i < now.Length; i++)
        {
            if (i + dropped >= before.Length || !IsSame(before[i + dropped], now[i]))
                changes[found++] = new HistoryChange(now[i], now.Length - 1 - i, IsNew: true);
        }

        return found;
    }

    // How many changes there are where so many of the oldest have fallen out; the limit or more where there are too many.
    private static int CountFor(ReadOnlySpan<Interaction> before, ReadOnlySpan<Interaction> now, int dropped, int limit)
    {
        before = before[dropped..];
        if (now.Length < before.Length)
            return limit;
        var count = dropped + now.Length - before.Length;
        for (var i = 0; i < before.Length && count < limit; i++)
            count += IsSame(before[i], now[i]) ? 0 : 2;
        return Math.Min(count, limit);
    }

    private static bool IsSame(in Interaction one, in Interaction other) => one.Title == other.Title && one.Strength == other.Strength;
}
