using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Engine.Pages.Continuing;
using Orleans.Personalize.Engine.Pages.Requests;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Answers;

/// <summary>Answers a request for a home page: proposes rows, lets them be composed, writes them out.</summary>
internal static class HomeAnswer
{
    /// <summary>Composes the page.</summary>
    public static HomePage Compose(PageContext context, ProfileState state, HomeRequest request)
    {
        var modelVersion = context.Basis.Scorer.Model.Info.Version;
        var page = new PageSoFar
        {
            Request = request,
            Page = PageIds.Of(request, state, context.Moment, modelVersion),
            ComposedAt = context.Now,
        };
        var (rows, next) = Choose(context, page, request.Rows);
        return new HomePage
        {
            Id = page.Page,
            Profile = request.Profile,
            ComposedAt = context.Now.ToOffset(request.UtcOffset ?? context.LastOffset),
            ModelVersion = modelVersion,
            Rows = rows,
            Next = next,
            Experiments = context.Arms,
        };
    }

    /// <summary>Composes the rows that come next.</summary>
    public static HomeRows Continue(PageContext context, PageSoFar page, HomeRowsRequest request)
    {
        var (rows, next) = Choose(context, page, Math.Min(request.Count, RequestRules.MostRows - page.Rows.Length));
        return new HomeRows
        {
            Page = request.Page,
            Profile = request.Profile,
            ComposedAt = context.Now.ToOffset(page.Request.UtcOffset ?? context.LastOffset),
            ModelVersion = context.Basis.Scorer.Model.Info.Version,
            FirstRow = page.Rows.Length,
            Rows = rows,
            Next = next,
            Experiments = context.Arms,
        };
    }

    // A page that has fewer rows than were wanted has no more.
    private static (ImmutableArray<Row> Rows, string? Next) Choose(PageContext context, PageSoFar page, int wanted)
    {
        var rules = ActiveRules.Apply(context, page.Request.Device, hasRows: true);
        var candidates = new List<RowCandidate>(64);
        foreach (var source in context.Basis.Rows) source.Propose(context.View, candidates);
        VisitTaste.Apply(context, page, candidates);
        var rows = PageComposer.Compose(context, candidates, rules, page, wanted);
        var writer = new CardWriter(context, page.Request.Explain, rules);
        var isWhole = rows.Count < wanted || page.Rows.Length + rows.Count >= RequestRules.MostRows;
        var written = ImmutableArray.CreateBuilder<Row>(rows.Count);
        foreach (var row in rows) written.Add(Write(row, context, writer, rules));
        return (written.MoveToImmutable(), isWhole ? null : PageCursor.Write(page.With(rows, context)));
    }

    private static Row Write(PlacedRow row, PageContext context, CardWriter writer, ActiveRules rules)
    {
        var cards = new Card[row.Titles.Length];
        writer.LookUp(row.Titles);
        for (var i = 0; i < row.Titles.Length; i++)
            cards[i] = writer.WriteAt(i, row.PinnedReasonOf(row.Titles[i]) ?? ReasonFor(row.Candidate, row.Titles[i], context));
        return new Row
        {
            Id = row.Candidate.Id,
            Kind = row.Candidate.Kind,
            Title = row.Candidate.Heading,
            Reason = rules.ReasonOf(row.Candidate.Id) ?? row.Candidate.Reason,
            Cards = ImmutableCollectionsMarshal.AsImmutableArray(cards),
        };
    }

    private static Reason ReasonFor(RowCandidate row, int title, PageContext context) =>
        !row.HasCardReasons ? row.Reason
        : row.Kind == RowKind.ContinueWatching && context.ProgressOf(title) is { } progress ? CardWriter.Resume(progress)
        : PersonalReasons.For(title, context);
}
