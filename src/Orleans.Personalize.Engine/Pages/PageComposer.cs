using Orleans.Personalize.Engine.Pages.Continuing;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Rules;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>
/// Chooses rows one after another: at each place the row that is worth most there, given what stands before it
/// (stage-wise page construction; Alvino and Basilico 2015, "Learning a Personalized Homepage"); see <see cref="RowJudge"/>.
/// </summary>
/// <remarks>
/// A page is filled screen by screen: first the columns of all rows of a screen that are seen without scrolling, then the rest of each
/// row. So the strongest titles stand where they are seen, and no title stands twice where both are seen together.
/// </remarks>
internal sealed class PageComposer
{
    private readonly PageContext _context;
    private readonly PageShape _shape;
    private readonly PagePlacement _placement;
    private readonly RowTitles _titles;
    private readonly RowJudge _judge;
    private readonly List<RowCandidate> _candidates;
    private readonly List<PlacedRow> _rows = [];
    private readonly List<TitlePin> _pins = [];
    private readonly PageSoFar _soFar;
    private readonly int _rowsWanted;
    private readonly int _columns;

    private PageComposer(PageContext context, List<RowCandidate> candidates, ActiveRules rules, PageSoFar soFar, int rows)
    {
        _context = context;
        _shape = context.Options.ShapeOf(soFar.Request.Device);
        _candidates = candidates;
        _soFar = soFar;
        _rowsWanted = rows;
        _columns = soFar.Request.Columns;
        Reserve();
        if (!soFar.Rows.IsEmpty) _candidates.RemoveAll(candidate => candidate.IsAnchored || soFar.HasRow(candidate.Id));
        context.Workspace.Lend(_candidates);
        ReadRules(rules);
        _placement = new PagePlacement(context.Workspace, context.Options.MostAppearances);
        _placement.Restore(soFar, (byte)Screen);
        _titles = new RowTitles(context, _placement);
        _judge = new RowJudge(context, _titles, _placement, soFar, _rows);
        ReadScrolling();
    }

    // Rows that stand on the page, those given earlier included.
    private int Placed => _soFar.Rows.Length + _rows.Count;

    private int Screen => 1 + (Placed / _shape.Rows);

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

    private void ReadScrolling()
    {
        foreach (var candidate in _candidates)
        {
            candidate.Interest = Math.Exp(_context.Options.RowInterestStrength * _context.InterestIn(candidate.Id));
            _titles.PutPassedLast(candidate);
        }
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
        _titles.LeaveOutPlaced();
        return _rows.Count < _rowsWanted && Screen != screen;
    }

    private bool PlaceNext(int screen)
    {
        var repeats = false;
        var best = _judge.Best(_candidates, repeats, screen);
        if (best < 0 && Placed >= _shape.Rows)
        {
            repeats = true;
            best = _judge.Best(_candidates, repeats, screen);
        }

        if (best < 0) return false;
        var row = new PlacedRow(_candidates[best], repeats, _context.Workspace.Numbers.Take(_columns));
        _candidates.RemoveAt(best);
        _rows.Add(row);
        HandPinsTo(row);
        PlaceHead(row, screen);
        return true;
    }

    private void PlaceHead(PlacedRow row, int screen)
    {
        var head = Math.Min(_shape.Columns, _columns);
        for (var i = 0; i < row.Candidate.JudgedCount && row.Titles.Length < head; i++)
        {
            var title = row.Candidate.Judged.Span[i];
            if (!_placement.CanStand(title, row.Candidate.IsOwn, row.Repeats, screen)) continue;
            PutPinned(row, screen);
            if (row.Titles.Length < head) Put(row, title, screen);
        }
    }

    private void FillUp(PlacedRow row, int screen)
    {
        var room = _columns - row.Titles.Length;
        if (room <= 0) return;
        Span<int> titles = stackalloc int[room];
        Span<float> scores = stackalloc float[room];
        var count = _titles.TakeJudged(row, screen, titles);
        if (count < room && (row.Candidate.HasMore || row.Repeats || row.Candidate.IsOwn))
            count = _titles.Take(row.Candidate, row.Repeats, screen, titles, scores);
        foreach (var title in titles[..count])
        {
            PutPinned(row, screen);
            if (row.Titles.Length < _columns) Put(row, title, screen);
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
        while (row.Titles.Length < _columns && pins.TryPeek(out var pin) && (whereverTheRowEnds || pin.Column <= row.Titles.Length))
        {
            pins.Dequeue();
            if (_context.Workspace.LastScreen[pin.Title] == screen) continue;
            row.Explain(pin.Title, ActiveRules.ReasonOf(pin.Rule));
            Put(row, pin.Title, screen);
        }
    }

    private void Put(PlacedRow row, int title, int screen)
    {
        row.Put(title);
        _placement.Place(title, screen);
    }
}
