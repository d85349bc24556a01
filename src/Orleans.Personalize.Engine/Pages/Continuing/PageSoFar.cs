using System.Collections.Immutable;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Continuing;

/// <summary>
/// What of a page was given already, as far as the rows after it depend on it. Holds ids and numbers, nothing of a model: so a page goes on
/// when the model changed meanwhile, and on whichever machine it is asked.
/// </summary>
internal sealed record PageSoFar
{
    /// <summary>How the page was asked for; its selection is not kept.</summary>
    public required HomeRequest Request { get; init; }

    /// <summary>The page.</summary>
    public required PageId Page { get; init; }

    /// <summary>The moment of its first rows.</summary>
    public required DateTimeOffset ComposedAt { get; init; }

    /// <summary>Its rows, first first.</summary>
    public ImmutableArray<GivenRow> Rows { get; init; } = [];

    /// <summary>The titles that stand on it by number, ascending, each once.</summary>
    public ImmutableArray<int> Shown { get; init; } = [];

    /// <summary>Those that stand on it more than once, ascending.</summary>
    public ImmutableArray<int> Repeated { get; init; } = [];

    /// <summary>Those that stand on its last screen where that is not full yet, ascending.</summary>
    public ImmutableArray<int> OnScreen { get; init; } = [];

    /// <summary>Whether the page has a row already, or does not take it any more.</summary>
    public bool HasRow(RowId row)
    {
        var key = ProfileKeys.Of(row.Value);
        foreach (var given in Rows)
        {
            if (given.Key == key) return true;
        }

        return false;
    }

    /// <summary>The page with further rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="context">For whom and when they were composed.</param>
    public PageSoFar With(List<PlacedRow> rows, PageContext context)
    {
        var shown = new SortedSet<int>(Shown);
        var repeated = new SortedSet<int>(Repeated);
        var total = Rows.Length + rows.Count;
        var screen = total - (total % context.Options.ShapeOf(Request.Device).Rows);
        var onScreen = screen < Rows.Length ? new SortedSet<int>(OnScreen) : [];
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var title in rows[row].Titles)
            {
                if (!shown.Add(title)) repeated.Add(title);
                if (Rows.Length + row >= screen) onScreen.Add(title);
            }
        }

        return this with
        {
            Rows = [.. Rows, .. rows.Select(row => GivenOf(row, context))],
            Shown = [.. shown],
            Repeated = [.. repeated],
            OnScreen = [.. onScreen],
        };
    }

    private static GivenRow GivenOf(PlacedRow row, PageContext context) =>
        new(ProfileKeys.Of(row.Candidate.Id.Value), row.Candidate.Kind, (float)context.InterestIn(row.Candidate.Id));
}
