using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>A row that has its place on the page.</summary>
/// <param name="candidate">The row.</param>
/// <param name="repeats">Whether it may repeat titles of other screens.</param>
/// <param name="room">int[columns]: room for its titles.</param>
internal sealed class PlacedRow(RowCandidate candidate, bool repeats, Memory<int> room)
{
    private int _count;
    private Queue<TitlePin>? _pins;
    private Dictionary<int, Reason>? _pinned;

    /// <summary>The row.</summary>
    public RowCandidate Candidate { get; } = candidate;

    /// <summary>Whether it may repeat titles of other screens.</summary>
    public bool Repeats { get; } = repeats;

    /// <summary>Its titles, best first.</summary>
    public ReadOnlySpan<int> Titles => room.Span[.._count];

    /// <summary>Titles that rules pinned in it and that have not found their place yet, by place; null where there never were any.</summary>
    public Queue<TitlePin>? Pins => _pins;

    /// <summary>Puts a title behind those it has.</summary>
    public void Put(int title) => room.Span[_count++] = title;

    /// <summary>Gives it a title that has a place of its own.</summary>
    public void Await(TitlePin pin) => (_pins ??= new Queue<TitlePin>()).Enqueue(pin);

    /// <summary>Notes why a title stands here that a rule pinned.</summary>
    public void Explain(int title, Reason reason) => (_pinned ??= [])[title] = reason;

    /// <summary>Why a title stands here that a rule pinned; null for all others.</summary>
    public Reason? PinnedReasonOf(int title) => _pinned?.GetValueOrDefault(title);
}
