using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>A row that has its place on the page.</summary>
/// <param name="Candidate">The row.</param>
/// <param name="Repeats">Whether it may repeat titles of other screens.</param>
/// <param name="Columns">How many titles it may have.</param>
internal sealed record PlacedRow(RowCandidate Candidate, bool Repeats, int Columns)
{
    private Queue<TitlePin>? _pins;
    private Dictionary<int, Reason>? _pinned;

    /// <summary>Its titles, best first.</summary>
    public List<int> Titles { get; } = new(Columns);

    /// <summary>Titles that rules pinned in it and that have not found their place yet, by place; null where there never were any.</summary>
    public Queue<TitlePin>? Pins => _pins;

    /// <summary>Gives it a title that has a place of its own.</summary>
    public void Await(TitlePin pin) => (_pins ??= new Queue<TitlePin>()).Enqueue(pin);

    /// <summary>Notes why a title stands here that a rule pinned.</summary>
    public void Explain(int title, Reason reason) => (_pinned ??= [])[title] = reason;

    /// <summary>Why a title stands here that a rule pinned; null for all others.</summary>
    public Reason? PinnedReasonOf(int title) => _pinned?.GetValueOrDefault(title);
}
