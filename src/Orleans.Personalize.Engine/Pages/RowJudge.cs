using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Pages.Continuing;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>
/// What a row is worth at the next place of a page: the sum of the worth of its titles that do not stand there yet, discounted from left to
/// right, times its own weight, what scrolling taught of it, and discounts for rows of the same kind and of the same subject just before it.
/// </summary>
/// <param name="context">For whom and when.</param>
/// <param name="titles">Finds the titles of rows.</param>
/// <param name="placement">What stands on the page already.</param>
/// <param name="soFar">The rows that were given earlier.</param>
/// <param name="rows">The rows that were placed since.</param>
internal sealed class RowJudge(PageContext context, RowTitles titles, PagePlacement placement, PageSoFar soFar, List<PlacedRow> rows)
{
    // A row that is pinned further down comes earlier only where nothing else is left.
    private const double LeastWorth = 1e-12;

    // Above what any row is worth that neither is pinned nor stands before all others.
    private const double DueBonus = 1e12;

    private static readonly int Kinds = 1 + (int)Enum.GetValues<RowKind>().Max();

    private readonly PageOptions _options = context.Options;
    private readonly PageShape _shape = context.Options.ShapeOf(soFar.Request.Device);

    // Of the rows that were given earlier.
    private readonly RowSubjects[] _given = [.. soFar.Rows.Select(row => context.Basis.SubjectsOf(row.Key))];

    // double[judged titles]: how much each column is looked at, the first as 1.
    private readonly double[] _attention = AttentionOf(context.Options, context.Options.ShapeOf(soFar.Request.Device));

    // What of its worth is left to a row at the next place, by its kind.
    private readonly double[] _ofKind = new double[Kinds];

    private int Wanted => _attention.Length;

    // Rows that stand on the page, those given earlier included.
    private int Placed => soFar.Rows.Length + rows.Count;

    /// <summary>The row that is worth most.</summary>
    /// <param name="candidates">The rows to choose from.</param>
    /// <param name="repeats">Whether titles of other screens may be repeated.</param>
    /// <param name="screen">The screen, counted from 1.</param>
    /// <returns>Its place in the list; -1 where none has titles enough.</returns>
    public int Best(List<RowCandidate> candidates, bool repeats, int screen)
    {
        var best = -1;
        var bestWorth = double.NegativeInfinity;
        DiscountKinds();
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!repeats && CannotExceed(candidates[i], bestWorth)) continue;
            var worth = WorthOf(candidates[i], repeats, screen);
            if (IsDueForDiscovery(candidates[i]) || IsDueForTopPicks(candidates[i])) worth *= DueBonus;
            if (worth <= bestWorth) continue;
            (best, bestWorth) = (i, worth);
        }

        return best;
    }

    private bool IsDueForDiscovery(RowCandidate candidate) =>
        candidate.IsDiscovery && candidate.PinnedPlace == 0 && rows.Count + 1 == _options.DiscoveryPlace && !rows.Exists(row => row.Candidate.IsDiscovery);

    // Rows with themes may come before them, but a first screen has the best titles.
    private bool IsDueForTopPicks(RowCandidate candidate) =>
        candidate is { Kind: RowKind.TopPicks, PinnedPlace: 0 } && Placed + 1 == _shape.Rows && candidate.Interest >= 1;

    private double WorthOf(RowCandidate candidate, bool repeats, int screen)
    {
        var fewest = candidate.IsOwn ? 1 : Math.Min(_options.MinimumTitles, soFar.Request.Columns);
        var (sum, count) = SumOf(candidate, repeats, screen);
        if (count < Wanted && (candidate.HasMore || (repeats && candidate.RepeatsJudgedFor != screen)))
        {
            Judge(candidate, repeats, screen);
            (sum, count) = SumOf(candidate, repeats, screen);
        }

        if (!repeats) candidate.MostWorth = count < fewest ? double.NegativeInfinity : sum;
        if (count < fewest) return double.NegativeInfinity;
        if (candidate.PinnedPlace > 0) return candidate.PinnedPlace <= Placed + 1 ? double.PositiveInfinity : LeastWorth * sum;
        if (candidate.IsAnchored) return double.MaxValue;
        return Weighted(sum, candidate) * SubjectDiscount(candidate);
    }

    // Rows whose order is their own may gain where a title of little worth is gone.
    private bool CannotExceed(RowCandidate candidate, double worth)
    {
        if (candidate is not { IsOrdered: false, IsOwn: false, IsAnchored: false, IsDiscovery: false, PinnedPlace: 0, Kind: not RowKind.TopPicks }) return false;
        var most = Weighted(candidate.MostWorth, candidate);
        return most <= worth || most * SubjectDiscount(candidate) <= worth;
    }

    // Without what rows of the same subject take from it.
    private double Weighted(double sum, RowCandidate candidate) => sum * candidate.Weight * candidate.Interest * candidate.Editorial * _ofKind[(int)candidate.Kind];

    private (double Sum, int Count) SumOf(RowCandidate candidate, bool repeats, int screen)
    {
        var (sum, count) = (0.0, 0);
        var judged = candidate.Judged.Span;
        var worths = candidate.Worths.Span;
        for (var i = 0; i < candidate.JudgedCount && count < _attention.Length; i++)
        {
            if (!placement.CanStand(judged[i], candidate.IsOwn, repeats, screen)) continue;
            sum += _attention[count++] * worths[i];
        }

        return (sum, count);
    }

    private static double[] AttentionOf(PageOptions options, PageShape shape)
    {
        var attention = new double[Math.Max(options.JudgedTitles, shape.Columns)];
        for (var column = 0; column < attention.Length; column++)
            attention[column] = Math.Pow(options.ColumnDiscount, column) * (column < shape.Columns ? 1 : options.BeyondFoldDiscount);
        return attention;
    }

    private void DiscountKinds()
    {
        Array.Fill(_ofKind, 1);
        for (var place = FirstNear; place < Placed; place++) _ofKind[(int)KindAt(place)] *= _options.SameKindDiscount;
    }

    private double SubjectDiscount(RowCandidate candidate)
    {
        var discount = 1.0;
        var placed = Placed;
        for (var place = FirstNear; place < placed; place++)
        {
            if (candidate.Subjects.IsNear(SubjectsAt(place))) discount *= 1 - ((1 - _options.SameSubjectDiscount) / (placed - place));
        }

        return discount;
    }

    // The first row that is near enough to the next place to count.
    private int FirstNear => Math.Max(0, Placed - _shape.Rows);

    private RowKind KindAt(int place) => place < soFar.Rows.Length ? soFar.Rows[place].Kind : rows[place - soFar.Rows.Length].Candidate.Kind;

    private RowSubjects SubjectsAt(int place) => place < _given.Length ? _given[place] : rows[place - _given.Length].Candidate.Subjects;

    private void Judge(RowCandidate candidate, bool repeats, int screen)
    {
        Span<float> scores = stackalloc float[RowCandidate.JudgedCapacity];
        var judged = candidate.Judged.Span;
        var worths = candidate.Worths.Span;
        candidate.JudgedCount = titles.Take(candidate, repeats, screen, judged, scores);
        candidate.HasMore = candidate.JudgedCount == RowCandidate.JudgedCapacity;
        candidate.RepeatsJudgedFor = repeats ? screen : 0;
        for (var i = 0; i < candidate.JudgedCount; i++)
            worths[i] = titles.ScoreOf(candidate, judged[i]);
        worths = worths[..candidate.JudgedCount];
        TensorPrimitives.Multiply(worths, (float)_options.ScoreSteepness, worths);
        TensorPrimitives.Exp(worths, worths);
    }
}
