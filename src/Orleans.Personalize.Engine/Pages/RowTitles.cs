using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Engine.Pages.Rows;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>Which titles of a row may stand on the page now, in the order in which they would.</summary>
internal sealed class RowTitles
{
    // The best titles of all that are put in order once, from which large rows take theirs; as a share of the catalogue and at most.
    private const int ShareInOrder = 8;
    private const int MostInOrder = 1024;

    // Standard deviations of score.
    private const float LastPenalty = 3;
    private const int MostPassed = 75;

    private readonly PageContext _context;
    private readonly PagePlacement _placement;

    // Best first.
    private Memory<int> _best;

    /// <summary>Puts the best titles in order.</summary>
    /// <param name="context">For whom and when.</param>
    /// <param name="placement">What stands on the page already.</param>
    public RowTitles(PageContext context, PagePlacement placement)
    {
        _context = context;
        _placement = placement;
        var room = _context.Workspace.Numbers.Take(Math.Min(MostInOrder, _placement.Open.Length / ShareInOrder));
        _best = room[..BestTitles.Find(_context.Workspace.Recommendable, _placement.Open, room.Span)];
    }

    /// <summary>Leaves out what was placed since, so that rows that come later need not go past it.</summary>
    public void LeaveOutPlaced()
    {
        var open = _placement.Open;
        var best = _best.Span;
        var count = 0;
        foreach (var title in best)
        {
            if (!float.IsNaN(open[title])) best[count++] = title;
        }

        _best = _best[..count];
    }

    /// <summary>A row that was followed stays, but begins with what was not seen of it.</summary>
    public void PutPassedLast(RowCandidate candidate)
    {
        var depth = candidate.IsOwn ? 0 : Math.Min(_context.FollowedThrough(candidate.Id), MostPassed);
        if (depth == 0) return;
        candidate.Passed = PassedOf(candidate, depth);
        if (candidate.IsOrdered) candidate.Titles = Reorder(candidate.Titles.Span, candidate.Passed);
    }

    /// <summary>The best titles of a row that may stand now, best first.</summary>
    /// <param name="candidate">The row.</param>
    /// <param name="repeats">Whether it may repeat titles of other screens.</param>
    /// <param name="screen">The screen, counted from 1.</param>
    /// <param name="titles">Receives their numbers.</param>
    /// <param name="scores">Room of the same length.</param>
    /// <returns>How many there are.</returns>
    public int Take(RowCandidate candidate, bool repeats, int screen, Span<int> titles, Span<float> scores)
    {
        if (candidate.IsOrdered) return TakeInOrder(candidate, repeats, screen, titles);
        if (!repeats && candidate.Passed.Length == 0)
        {
            if (candidate.Members is not { } members) return BestTitles.FindAmong(candidate.Titles.Span, _placement.Open, titles);
            return TakeBest(members, titles) ? titles.Length : BestTitles.Find(members, _placement.Open, titles);
        }

        var top = new TopTitles(titles, scores);
        foreach (var title in candidate.Titles.Span)
        {
            if (_context.Workspace.Recommendable.Contains(title) && _placement.CanStand(title, candidate.IsOwn, repeats, screen))
                top.Offer(title, ScoreOf(candidate, title));
        }

        return top.Sort();
    }

    /// <summary>
    /// The same from the titles that the row was judged by, for its whole length. Titles only ever cease to be open, so what is left of the
    /// best of a row are still its best; but own and repeated titles may stand again, and have to be taken anew.
    /// </summary>
    /// <returns>How many there are; fewer than are wanted where there may be more.</returns>
    public int TakeJudged(PlacedRow row, int screen, Span<int> titles)
    {
        if (row.Repeats || row.Candidate.IsOwn) return 0;
        var count = 0;
        foreach (var title in row.Candidate.Judged.Span[..row.Candidate.JudgedCount])
        {
            if (count == titles.Length) break;
            if (_placement.CanStand(title, row.Candidate.IsOwn, row.Repeats, screen)) titles[count++] = title;
        }

        return count;
    }

    /// <summary>The score by which a title stands in a row: one that was gone past, or stands on the page already, comes after those that are neither.</summary>
    public float ScoreOf(RowCandidate candidate, int title)
    {
        var score = _context.Workspace.Rank[title];
        if (_placement.IsRepeat(title)) score -= LastPenalty;
        if (candidate.Passed.AsSpan().Contains(title)) score -= LastPenalty;
        return score;
    }

    // Whether the best titles are enough; what is left of them of a row is its best.
    private bool TakeBest(TitleSet members, Span<int> titles)
    {
        var open = _placement.Open;
        var words = members.Words;
        var count = 0;
        foreach (var title in _best.Span)
        {
            if (count == titles.Length) break;

            // Whether it stays or the next one takes its place: no more can be foreseen of either.
            titles[count] = title;
            count += (int)(words[title >> 6] >> title) & 1 & (float.IsNaN(open[title]) ? 0 : 1);
        }

        return count == titles.Length;
    }

    private int TakeInOrder(RowCandidate candidate, bool repeats, int screen, Span<int> titles)
    {
        var count = 0;
        foreach (var title in candidate.Titles.Span)
        {
            if (count == titles.Length) break;
            if (_placement.CanStand(title, candidate.IsOwn, repeats, screen)) titles[count++] = title;
        }

        return count;
    }

    // The titles that were seen there are known by their fatigue; where nobody told, they were the first ones.
    private int[] PassedOf(RowCandidate candidate, int depth)
    {
        Span<int> titles = stackalloc int[2 * depth];
        Span<float> scores = stackalloc float[2 * depth];
        titles = titles[..Take(candidate, repeats: false, screen: 1, titles, scores)];
        var fatigue = _context.Workspace.Fatigue;
        var passed = new List<int>(depth);
        foreach (var title in titles)
        {
            if (fatigue[title] > 0 && passed.Count < depth) passed.Add(title);
        }

        foreach (var title in titles)
        {
            if (fatigue[title] <= 0 && passed.Count < depth) passed.Add(title);
        }

        return [.. passed];
    }

    private static int[] Reorder(ReadOnlySpan<int> titles, ReadOnlySpan<int> passed)
    {
        var reordered = new int[titles.Length];
        var (front, back) = (0, titles.Length - passed.Length);
        foreach (var title in titles)
        {
            if (passed.Contains(title)) reordered[back++] = title;
            else reordered[front++] = title;
        }

        return reordered;
    }
}
