using Orleans.Personalize.Engine.Pages.Continuing;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>
/// Chooses rows one after another: at each place the row that is worth most there, given what stands before it
/// (stage-wise page construction; Alvino and Basilico 2015, "Learning a Personalized Homepage"). A row's worth is the sum of the worth of
/// its titles that do not stand on the page yet, discounted from left to right, times its own weight, what scrolling taught of it, and a
/// discount for rows of the same kind just before it.
/// </summary>
/// <remarks>
/// A page is filled screen by screen: first the columns of all rows of a screen that are seen without scrolling, then the rest of each
/// row. So the strongest titles stand where they are seen, and no title stands twice where both are seen together.
/// </remarks>
internal sealed class PageComposer
{
    // Standard deviations of score.
    private const float LastPenalty = 3;
    private const int MostPassed = 75;

    // A row that is pinned further down comes earlier only where nothing else is left.
    private const double LeastWorth = 1e-12;

    // Above what any row is worth that neither is pinned nor stands before all others.
    private const double DiscoveryBonus = 1e12;

    private readonly PageContext _context;
    private readonly PageOptions _options;
    private readonly PagePlacement _placement;
    private readonly List<RowCandidate> _candidates;
    private readonly List<PlacedRow> _rows = [];
    private readonly List<TitlePin> _pins = [];
    private readonly PageSoFar _soFar;
    private readonly int _rowsWanted;
    private readonly int _columns;

    private PageComposer(PageContext context, List<RowCandidate> candidates, ActiveRules rules, PageSoFar soFar, int rows)
    {
        _context = context;
        _options = context.Options;
        _candidates = candidates;
        _soFar = soFar;
        _rowsWanted = rows;
        _columns = soFar.Request.Columns;
        Reserve();
        if (!soFar.Rows.IsEmpty) _candidates.RemoveAll(candidate => candidate.IsAnchored || soFar.HasRow(candidate.Id));
        ReadRules(rules);
        _placement = new PagePlacement(context.Workspace, _options.MostAppearances);
        _placement.Restore(soFar, (byte)Screen);
        ReadScrolling();
    }

    // Rows that stand on the page, those given earlier included.
    private int Placed => _soFar.Rows.Length + _rows.Count;

    private int Screen => 1 + (Placed / _options.FoldRows);

    /// <summary>Composes the rows of a page.</summary>
    /// <param name="context">For whom and when.</param>
    /// <param name="candidates">Rows that might stand on the page; those that find a place are taken out.</param>
    /// <param name="rules">What the operators want.</param>
    /// <param name="soFar">What was given of the page, and how many titles a row has at most.</param>
    /// <param name="rows">How many rows at most.</param>
    public static List<PlacedRow> Compose(PageContext context, List<RowCandidate> candidates, ActiveRules rules, PageSoFar soFar, int rows)
    {
        var composer = new PageComposer(context, candidates, rules, soFar, rows);
        while (composer.FillScreen())
        {
        }

        return composer._rows;
    }

    private void Reserve()
    {
        var reserved = _context.Workspace.Reserved;
        reserved.Clear();
        foreach (var candidate in _candidates)
        {
            if (!candidate.IsOwn) continue;
            foreach (var title in candidate.Titles.Span[..Math.Min(_columns, candidate.Titles.Length)]) reserved.Add(title);
        }
    }

    // A pinned title is kept for its row; one whose row is not to be had goes where it would.
    private void ReadRules(ActiveRules rules)
    {
        foreach (var candidate in _candidates)
        {
            candidate.Editorial = rules.FactorOf(candidate);
            candidate.PinnedPlace = rules.PlaceOf(candidate.Id);
        }

        foreach (var pin in rules.Pins)
        {
            if (pin.Rule.Row is null && !_soFar.Rows.IsEmpty) continue;
            if (pin.Rule.Row is { } row && !_candidates.Exists(candidate => candidate.Id == row && !candidate.IsOwn)) continue;
            _pins.Add(pin);
            _context.Workspace.Reserved.Add(pin.Title);
        }
    }

    // A row that was followed stays, but begins with what was not seen of it.
    private void ReadScrolling()
    {
        foreach (var candidate in _candidates)
        {
            candidate.Interest = Math.Exp(_options.RowInterestStrength * _context.InterestIn(candidate.Id));
            var depth = candidate.IsOwn ? 0 : Math.Min(_context.FollowedThrough(candidate.Id), MostPassed);
            if (depth == 0) continue;
            candidate.Passed = PassedOf(candidate, depth);
            if (candidate.IsOrdered) candidate.Titles = Reorder(candidate.Titles.Span, candidate.Passed);
        }
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

    // Returns whether there may be another screen.
    private bool FillScreen()
    {
        var first = _rows.Count;
        var screen = Screen;
        while (_rows.Count < _rowsWanted && Screen == screen && PlaceNext(screen))
        {
        }

        for (var row = first; row < _rows.Count; row++) FillUp(_rows[row], screen);
        return _rows.Count < _rowsWanted && Screen != screen;
    }

    private bool PlaceNext(int screen)
    {
        var repeats = false;
        var best = Best(repeats, screen);
        if (best < 0 && Placed >= _options.FoldRows)
        {
            repeats = true;
            best = Best(repeats, screen);
        }

        if (best < 0) return false;
        var row = new PlacedRow(_candidates[best], repeats, _columns);
        _candidates.RemoveAt(best);
        _rows.Add(row);
        HandPinsTo(row);
        PlaceHead(row, screen);
        return true;
    }

    private int Best(bool repeats, int screen)
    {
        var best = -1;
        var bestWorth = double.NegativeInfinity;
        for (var i = 0; i < _candidates.Count; i++)
        {
            var worth = WorthOf(_candidates[i], repeats, screen);
            if (IsDueForDiscovery(_candidates[i])) worth *= DiscoveryBonus;
            if (worth <= bestWorth) continue;
            (best, bestWorth) = (i, worth);
        }

        return best;
    }

    private bool IsDueForDiscovery(RowCandidate candidate) =>
        candidate.IsDiscovery && candidate.PinnedPlace == 0 && _rows.Count + 1 == _options.DiscoveryPlace && !_rows.Exists(row => row.Candidate.IsDiscovery);

    private double WorthOf(RowCandidate candidate, bool repeats, int screen)
    {
        var fewest = candidate.IsOwn ? 1 : Math.Min(_options.MinimumTitles, _columns);
        var wanted = Math.Max(_options.JudgedTitles, _options.FoldColumns);
        var (sum, count) = SumOf(candidate, repeats, screen, wanted);
        if (count < wanted && (candidate.HasMore || (repeats && candidate.RepeatsJudgedFor != screen)))
        {
            Judge(candidate, repeats, screen);
            (sum, count) = SumOf(candidate, repeats, screen, wanted);
        }

        if (count < fewest) return double.NegativeInfinity;
        if (candidate.PinnedPlace > 0) return candidate.PinnedPlace <= Placed + 1 ? double.PositiveInfinity : LeastWorth * sum;
        if (candidate.IsAnchored) return double.MaxValue;
        return sum * candidate.Weight * candidate.Interest * candidate.Editorial * Diversity(candidate);
    }

    private (double Sum, int Count) SumOf(RowCandidate candidate, bool repeats, int screen, int wanted)
    {
        var (sum, discount, count) = (0.0, 1.0, 0);
        for (var i = 0; i < candidate.JudgedCount && count < wanted; i++)
        {
            if (!_placement.CanStand(candidate.Judged[i], candidate.IsOwn, repeats, screen)) continue;
            sum += discount * candidate.Worths[i];
            discount *= _options.ColumnDiscount;
            count++;
        }

        return (sum, count);
    }

    private double Diversity(RowCandidate candidate)
    {
        var diversity = 1.0;
        for (var place = Math.Max(0, Placed - _options.FoldRows); place < Placed; place++)
        {
            if (KindAt(place) == candidate.Kind) diversity *= _options.SameKindDiscount;
        }

        return diversity;
    }

    private RowKind KindAt(int place) =>
        place < _soFar.Rows.Length ? _soFar.Rows[place].Kind : _rows[place - _soFar.Rows.Length].Candidate.Kind;

    private void Judge(RowCandidate candidate, bool repeats, int screen)
    {
        Span<float> scores = stackalloc float[RowCandidate.JudgedCapacity];
        candidate.JudgedCount = Take(candidate, repeats, screen, candidate.Judged, scores);
        candidate.HasMore = candidate.JudgedCount == RowCandidate.JudgedCapacity;
        candidate.RepeatsJudgedFor = repeats ? screen : 0;
        for (var i = 0; i < candidate.JudgedCount; i++)
            candidate.Worths[i] = MathF.Exp((float)_options.ScoreSteepness * ScoreOf(candidate, candidate.Judged[i]));
    }

    // The best titles of a row that may stand now, best first.
    private int Take(RowCandidate candidate, bool repeats, int screen, Span<int> titles, Span<float> scores)
    {
        if (candidate.IsOrdered)
        {
            var count = 0;
            foreach (var title in candidate.Titles.Span)
            {
                if (count == titles.Length) break;
                if (_placement.CanStand(title, candidate.IsOwn, repeats, screen)) titles[count++] = title;
            }

            return count;
        }

        var top = new TopTitles(titles, scores);
        if (!repeats && candidate.Passed.Length == 0)
        {
            top.Offer(candidate.Titles.Span, _placement.Open);
            return top.Sort();
        }

        foreach (var title in candidate.Titles.Span)
        {
            if (_context.Workspace.Recommendable.Contains(title) && _placement.CanStand(title, candidate.IsOwn, repeats, screen))
                top.Offer(title, ScoreOf(candidate, title));
        }

        return top.Sort();
    }

    // Titles only ever cease to be open, so what is left of the best of a row are still its best; but own and repeated titles may stand again.
    private int TakeJudged(PlacedRow row, int screen, Span<int> titles)
    {
        if (row.Repeats || row.Candidate.IsOwn) return 0;
        var count = 0;
        foreach (var title in row.Candidate.Judged.AsSpan(0, row.Candidate.JudgedCount))
        {
            if (count == titles.Length) break;
            if (_placement.CanStand(title, row.Candidate.IsOwn, row.Repeats, screen)) titles[count++] = title;
        }

        return count;
    }

    // A title that was gone past, or stands on the page already, comes after those that are neither.
    private float ScoreOf(RowCandidate candidate, int title)
    {
        var score = _context.Workspace.Rank[title];
        if (_placement.IsRepeat(title)) score -= LastPenalty;
        if (candidate.Passed.AsSpan().Contains(title)) score -= LastPenalty;
        return score;
    }

    private void PlaceHead(PlacedRow row, int screen)
    {
        var head = Math.Min(_options.FoldColumns, _columns);
        for (var i = 0; i < row.Candidate.JudgedCount && row.Titles.Count < head; i++)
        {
            var title = row.Candidate.Judged[i];
            if (!_placement.CanStand(title, row.Candidate.IsOwn, row.Repeats, screen)) continue;
            PutPinned(row, screen);
            if (row.Titles.Count < head) Put(row, title, screen);
        }
    }

    private void FillUp(PlacedRow row, int screen)
    {
        var room = _columns - row.Titles.Count;
        if (room <= 0) return;
        Span<int> titles = stackalloc int[room];
        Span<float> scores = stackalloc float[room];
        var count = TakeJudged(row, screen, titles);
        if (count < room && (row.Candidate.HasMore || row.Repeats || row.Candidate.IsOwn)) count = Take(row.Candidate, row.Repeats, screen, titles, scores);
        foreach (var title in titles[..count])
        {
            PutPinned(row, screen);
            if (row.Titles.Count < _columns) Put(row, title, screen);
        }

        PutPinned(row, screen, whereverTheRowEnds: true);
    }

    private void HandPinsTo(PlacedRow row)
    {
        if (row.Candidate.IsOwn || _pins.Count == 0) return;
        var id = row.Candidate.Id;
        foreach (var pin in _pins)
        {
            if (pin.Rule.Row is null || pin.Rule.Row == id) row.Await(pin);
        }

        if (row.Pins is { } taken) _pins.RemoveAll(taken.Contains);
    }

    private void PutPinned(PlacedRow row, int screen, bool whereverTheRowEnds = false)
    {
        if (row.Pins is not { } pins) return;
        while (row.Titles.Count < _columns && pins.TryPeek(out var pin) && (whereverTheRowEnds || pin.Column <= row.Titles.Count))
        {
            pins.Dequeue();
            if (_context.Workspace.LastScreen[pin.Title] == screen) continue;
            row.Explain(pin.Title, ActiveRules.ReasonOf(pin.Rule));
            Put(row, pin.Title, screen);
        }
    }

    private void Put(PlacedRow row, int title, int screen)
    {
        row.Titles.Add(title);
        _placement.Place(title, screen);
    }
}
