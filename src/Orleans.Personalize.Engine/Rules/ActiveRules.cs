using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Engine.Rules;

/// <summary>
/// The rules that count for one answer. Boosts, buries and caps are worked into the scores and the titles that may be recommended when it
/// is made; pins are left to whoever places titles and rows. It takes titles from those that may be recommended and adds none.
/// </summary>
internal sealed class ActiveRules
{
    private const double RowStep = 1;

    private readonly PageContext _context;
    private readonly List<(TitleTarget Target, float Strength)> _moved = [];
    private readonly List<(EditorialRule Rule, double Factor)> _movedRows = [];
    private readonly Dictionary<RowId, (int Place, EditorialRule Rule)> _pinnedRows = [];
    private readonly List<TitlePin> _pins = [];
    private readonly HashSet<int> _pinned = [];

    private ActiveRules(PageContext context) => _context = context;

    /// <summary>The titles to pin, by place, those of higher priority first.</summary>
    public IReadOnlyList<TitlePin> Pins => _pins;

    /// <summary>Applies the rules that are in force.</summary>
    /// <param name="context">For whom, when and where; scores and recommendable titles are changed.</param>
    /// <param name="device">The screen.</param>
    /// <param name="hasRows">Whether the answer is a page; a flat list has no rows to pin to.</param>
    public static ActiveRules Apply(PageContext context, DeviceKind device, bool hasRows)
    {
        var active = new ActiveRules(context);
        List<EditorialRule>? caps = null;
        foreach (var rule in context.Moment.Rules.Rules)
        {
            if (!IsInForce(rule, context, device) || (!hasRows && rule.Row is not null)) continue;
            if (rule.Action == RuleAction.Cap) (caps ??= []).Add(rule);
            else if (rule.Action == RuleAction.Pin) active.Pin(rule);
            else active.Move(rule);
        }

        active._pins.Sort((a, b) => a.Column.CompareTo(b.Column));
        foreach (var cap in caps ?? []) active.Cap(cap);
        return active;
    }

    /// <summary>How far rules moved a title, in standard deviations of the score.</summary>
    public float MoveOf(int title)
    {
        var sum = 0f;
        foreach (var (target, strength) in _moved)
        {
            if (target.Contains(title)) sum += strength;
        }

        return sum;
    }

    /// <summary>Where a row is pinned, counted from 1; 0 for nowhere.</summary>
    public int PlaceOf(RowId row) => _pinnedRows.GetValueOrDefault(row).Place;

    /// <summary>Why a row stands where it is pinned; null where it is not.</summary>
    public Reason? ReasonOf(RowId row) => _pinnedRows.TryGetValue(row, out var pinned) ? ReasonOf(pinned.Rule) : null;

    /// <summary>What the worth of a row is multiplied with.</summary>
    public double FactorOf(RowCandidate row)
    {
        var factor = 1.0;
        foreach (var (rule, times) in _movedRows)
        {
            if (rule.Row == row.Id || rule.RowKind == row.Kind) factor *= times;
        }

        return factor;
    }

    /// <summary>Why something stands where a rule pinned it.</summary>
    public static Reason ReasonOf(EditorialRule rule) => new() { Kind = ReasonKind.Editorial, Text = rule.Text ?? "Picked by our editors" };

    private static bool IsInForce(EditorialRule rule, PageContext context, DeviceKind device) =>
        !(rule.Start > context.Now)
        && !(rule.End <= context.Now)
        && (rule.Kids is not { } kids || kids == context.Settings.Kids)
        && (rule.Devices.IsDefaultOrEmpty || rule.Devices.Contains(device))
        && (rule.Countries.IsDefaultOrEmpty || (context.Country is { } country && rule.Countries.Contains(country)))
        && (rule.Communities.IsDefaultOrEmpty || (context.Community is { } community && rule.Communities.Contains(community)));

    private void Pin(EditorialRule rule)
    {
        var place = rule.Place ?? 1;
        if (rule.Titles.IsDefaultOrEmpty)
        {
            if (rule.Row is not { } row || _pinnedRows.ContainsKey(row)) return;
            while (_pinnedRows.Values.Any(other => other.Place == place)) place++;
            _pinnedRows.Add(row, (place, rule));
            return;
        }

        foreach (var title in TitleTarget.NumbersOf(rule, _context.Basis))
        {
            if (!_context.Workspace.Recommendable.Contains(title) || !_pinned.Add(title)) continue;
            while (_pins.Exists(pin => pin.Column == place - 1 && pin.Rule.Row == rule.Row)) place++;
            _pins.Add(new TitlePin(title, place - 1, rule));
        }
    }

    private void Move(EditorialRule rule)
    {
        var strength = (float)(rule.Strength ?? 1) * (rule.Action == RuleAction.Boost ? 1 : -1);
        if (rule.Row is not null || rule.RowKind is not null)
        {
            _movedRows.Add((rule, Math.Exp(RowStep * strength)));
            return;
        }

        var target = TitleTarget.Of(rule, _context.Basis);
        target.Add(strength, _context.Workspace.Rank);
        _moved.Add((target, strength));
    }

    // The best for the profile stay recommendable, pinned ones before all.
    private void Cap(EditorialRule rule)
    {
        var target = TitleTarget.Of(rule, _context.Basis);
        var recommendable = _context.Workspace.Recommendable;
        var limit = Math.Max(0, (rule.Limit ?? 0) - _pinned.Count(target.Contains));
        Span<int> titles = stackalloc int[limit];
        Span<float> scores = stackalloc float[limit];
        var best = new TopTitles(titles, scores);
        var rank = _context.Workspace.Rank;
        foreach (var title in recommendable)
        {
            if (target.Contains(title) && !_pinned.Contains(title)) best.Offer(title, rank[title]);
        }

        titles = titles[..best.Sort()];
        foreach (var title in recommendable)
        {
            if (target.Contains(title) && !_pinned.Contains(title) && !titles.Contains(title)) recommendable.Remove(title);
        }
    }
}
