using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>The best for this profile, of any theme; for a profile that did nothing yet, what most people like.</summary>
internal sealed class TopPicksSource : IRowSource
{
    private static readonly RowId Id = new("top-picks");
    private static readonly Reason ForTaste = new() { Kind = ReasonKind.TasteMatch, Text = "Chosen from all you watched and liked" };
    private static readonly Reason ForNewcomer = new() { Kind = ReasonKind.TasteMatch, Text = "Chosen from what you watched, and to suit your household" };
    private static readonly Reason ForHousehold = new() { Kind = ReasonKind.Popular, Text = "What most people like, chosen to suit your household" };
    private static readonly Reason ForAll = new() { Kind = ReasonKind.Popular, Text = "What most people like to begin with" };

    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
        var ranked = context.SelectRecommendable(context.Workspace.Rank);
        into.Add(new RowCandidate
        {
            Kind = RowKind.TopPicks,
            Id = Id,
            Heading = context.IsCold ? "Popular titles to begin with" : $"Top picks for {context.Settings.Name}",
            Reason = (context.IsCold, context.HasHousehold) switch
            {
                (true, true) => ForHousehold,
                (true, false) => ForAll,
                (false, true) => ForNewcomer,
                _ => ForTaste,
            },
            Titles = ranked,
            IsOrdered = true,
            HasCardReasons = !context.IsCold,
            Weight = context.IsCold ? context.Options.PopularWeight : context.Options.TopPicksWeight,
        });
    }
}
