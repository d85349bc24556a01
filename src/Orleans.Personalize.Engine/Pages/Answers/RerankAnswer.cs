using System.Collections.Immutable;
using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Answers;

/// <summary>
/// Answers with a caller's own list in the profile's order. What the profile finished or disliked keeps its place by its score: the caller
/// chose it. What the profile may not see is left out and said so.
/// </summary>
internal static class RerankAnswer
{
    /// <summary>Puts the list in order.</summary>
    public static RerankedList Rank(PageContext context, RerankRequest request)
    {
        var known = new List<int>(request.Titles.Length);
        var leftOut = ImmutableArray.CreateBuilder<LeftOutTitle>();
        var seen = new HashSet<TitleId>(request.Titles.Length);
        foreach (var title in request.Titles)
        {
            if (!seen.Add(title)) continue;
            if (WhyNot(title, context, out var number) is { } reason) leftOut.Add(new LeftOutTitle { Title = title, Reason = reason });
            else known.Add(number);
        }

        var rank = context.Workspace.Rank;
        var writer = new CardWriter(context, request.Explain);
        var ordered = known.OrderByDescending(title => rank[title]).ThenBy(title => title);
        return new RerankedList
        {
            Profile = request.Profile,
            ModelVersion = context.Basis.Scorer.Model.Info.Version,
            Cards = [.. ordered.Select(title => writer.Write(title, PersonalReasons.For(title, context)))],
            LeftOut = leftOut.DrainToImmutable(),
        };
    }

    private static LeftOutReason? WhyNot(TitleId title, PageContext context, out int number) =>
        !context.Catalog.TryGetNumber(title, out number) ? LeftOutReason.Unknown
        : !context.MaySee(number) ? LeftOutReason.Forbidden
        : !context.Workspace.Visible.Contains(number) ? LeftOutReason.Hidden
        : null;
}
