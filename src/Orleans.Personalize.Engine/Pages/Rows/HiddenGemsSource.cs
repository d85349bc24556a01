using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>What the profile will probably like and few have found: titles played less than most, ordered by their match score.</summary>
internal sealed class HiddenGemsSource : IRowSource
{
    // Standard deviations of the logarithm of plays below which a title counts as little known.
    private const float LittleKnown = -0.25f;

    // The titles of best rank, popularity not counted, whose match scores are looked at.
    private const int Considered = 64;

    private static readonly RowId Id = new("hidden-gems");
    private static readonly Reason Why = new() { Kind = ReasonKind.TasteMatch, Text = "A good match that few have found yet" };

    /// <inheritdoc/>
    public void Propose(PageView page, ICollection<RowCandidate> into)
    {
        var context = page.Context;
        if (context.IsCold) return;
        Span<int> titles = stackalloc int[Considered];
        var count = FindLittleKnown(context, titles);
        if (count < context.Options.MinimumTitles) return;
        into.Add(new RowCandidate
        {
            Kind = RowKind.HiddenGems,
            Id = Id,
            Heading = "Hidden gems",
            Reason = Why,
            Titles = ByMatch(context, titles[..count]),
            IsOrdered = true,
            IsDiscovery = true,
            Weight = context.Options.HiddenGemsWeight,
        });
    }

    private static int FindLittleKnown(PageContext context, Span<int> titles)
    {
        var buffer = context.Workspace.Scores;
        var popularity = buffer.Part(ScorePartKind.Popularity);
        var order = context.Workspace.Order.AsSpan();
        TensorPrimitives.MultiplyAdd(popularity, -buffer.Weights[(int)ScorePartKind.Popularity] / context.Deviation, context.Workspace.Rank, order);
        TensorPrimitives.Subtract(order, buffer.Part(ScorePartKind.TrendDays), order);
        PageContext.LeaveOut(order, popularity, LittleKnown);
        foreach (var title in context.TopTen) order[title] = float.NaN;
        return BestTitles.Find(context.Workspace.Recommendable, order, titles);
    }

    private static ReadOnlyMemory<int> ByMatch(PageContext context, ReadOnlySpan<int> found)
    {
        Span<int> titles = stackalloc int[Considered];
        Span<float> scores = stackalloc float[Considered];
        var top = new TopTitles(titles, scores);
        Span<float> matches = stackalloc float[found.Length];
        context.Basis.Scorer.MatchScores(found, context.Workspace.Scores, matches);
        for (var i = 0; i < found.Length; i++) top.Offer(found[i], (1 - context.Workspace.Fatigue[found[i]]) * matches[i]);
        return context.Workspace.Numbers.Keep(titles[..top.Sort()]);
    }
}
