using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>A row that might stand on the page. Lives as long as one answer.</summary>
public sealed class RowCandidate
{
    /// <summary>The kind of theme.</summary>
    public RowKind Kind { get; init; } = RowKind.Custom;

    /// <summary>Names the theme; the same on every page, so that what scrolling taught of it is found again.</summary>
    public required RowId Id { get; init; }

    /// <summary>The heading.</summary>
    public required string Heading { get; init; }

    /// <summary>Why the row is there.</summary>
    public required Reason Reason { get; init; }

    /// <summary>Its titles: best first where <see cref="IsOrdered"/>, otherwise all that have the theme, in any order.</summary>
    public required ReadOnlyMemory<int> Titles { get; set; }

    /// <summary>What the row tells of its titles; nothing that sets it beside others where not said.</summary>
    internal RowSubjects Subjects { get; init; }

    /// <summary>The same titles as a set, where they are so many that the best of all are gone through sooner than they; null otherwise.</summary>
    internal TitleSet? Members { get; init; }

    /// <summary>Titles that the profile went past when it followed the row; they come last.</summary>
    internal int[] Passed { get; set; } = [];

    /// <summary>Whether <see cref="Titles"/> stand in the order to show; otherwise they are ordered by the profile's own score.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Whether the row holds what the profile itself put there: it may be short, and its titles are kept for it.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether the row stands before all rows that are not.</summary>
    public bool IsAnchored { get; init; }

    /// <summary>Whether the row is there to discover what the profile would not look for.</summary>
    public bool IsDiscovery { get; init; }

    /// <summary>Whether each card's reason is sought in what the profile did, instead of taken from the row.</summary>
    public bool HasCardReasons { get; init; }

    /// <summary>What the row's worth is multiplied with, positive; 1 for a row as welcome as top picks.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>What the row's worth is multiplied with for having been scrolled past or along.</summary>
    internal double Interest { get; set; } = 1;

    /// <summary>What the row's worth is multiplied with because of the operators' rules.</summary>
    internal double Editorial { get; set; } = 1;

    /// <summary>Where the row is pinned, counted from 1; 0 for nowhere.</summary>
    internal int PinnedPlace { get; set; }

    /// <summary>The best titles by which the row is judged, best first; see <see cref="Worths"/>. Room that the page's composer lends.</summary>
    internal Memory<int> Judged { get; set; }

    /// <summary>What each of <see cref="Judged"/> is worth at the first place.</summary>
    internal Memory<float> Worths { get; set; }

    /// <summary>How many are judged.</summary>
    internal int JudgedCount { get; set; }

    /// <summary>Whether there may be titles beyond the judged ones.</summary>
    internal bool HasMore { get; set; } = true;

    /// <summary>The sum of worths when it was last summed up, no title repeated: titles only ever cease to be open, so that it is never more afterwards.</summary>
    internal double MostWorth { get; set; } = double.PositiveInfinity;

    /// <summary>The screen for which titles of other screens were judged too; 0 for none.</summary>
    internal int RepeatsJudgedFor { get; set; }

    /// <summary>How many of the best titles are kept at hand; more than are judged, as some will stand elsewhere already.</summary>
    internal const int JudgedCapacity = 32;
}
