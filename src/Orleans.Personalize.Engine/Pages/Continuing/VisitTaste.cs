using System.Buffers;
using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Continuing;

/// <summary>
/// What was scrolled past or along since a page began moves the titles that are yet to come: each row that was is taken for the mean of its
/// titles' themes, and a title goes down or up by how near it is to that (relevance feedback; Rocchio 1971).
/// </summary>
internal static class VisitTaste
{
    // Interest that nobody's scrolling made: rounding and fading.
    private const double LeastChange = 0.03;

    // So many titles tell a row's theme.
    private const int MostTitles = 256;

    /// <summary>Moves the ranks of the titles that may be recommended.</summary>
    /// <param name="context">For whom and when.</param>
    /// <param name="page">What was given.</param>
    /// <param name="candidates">Rows that might stand on the page, those given among them.</param>
    public static void Apply(PageContext context, PageSoFar page, List<RowCandidate> candidates)
    {
        var themes = context.Basis.Themes.Themes.Length;
        float[]? taste = null, row = null;
        foreach (var candidate in candidates)
        {
            if (!HasTheme(candidate.Kind) || ChangeIn(candidate, page, context) is not { } change) continue;
            taste ??= Rent(themes);
            row ??= Rent(themes);
            AddMean(candidate, context, row);
            var length = TensorPrimitives.Norm<float>(row.AsSpan(0, themes));
            if (length > 0) TensorPrimitives.MultiplyAdd(row.AsSpan(0, themes), (float)change / length, taste.AsSpan(0, themes), taste);
            row.AsSpan(0, themes).Clear();
        }

        if (taste is not null) Move(context, taste);
        if (taste is not null) ArrayPool<float>.Shared.Return(taste);
        if (row is not null) ArrayPool<float>.Shared.Return(row);
    }

    // Passing the trending row says nothing of what trends.
    private static bool HasTheme(RowKind kind) =>
        kind is RowKind.Genre or RowKind.MicroGenre or RowKind.Person or RowKind.BecauseYouWatched or RowKind.FromSearch;

    private static double? ChangeIn(RowCandidate candidate, PageSoFar page, PageContext context)
    {
        var key = Profiles.ProfileKeys.Of(candidate.Id.Value);
        foreach (var given in page.Rows)
        {
            if (given.Key != key) continue;
            var change = context.InterestIn(candidate.Id) - given.Interest;
            return Math.Abs(change) >= LeastChange ? change : null;
        }

        return null;
    }

    private static float[] Rent(int themes)
    {
        var rented = ArrayPool<float>.Shared.Rent(themes);
        rented.AsSpan(0, themes).Clear();
        return rented;
    }

    private static void AddMean(RowCandidate candidate, PageContext context, float[] into)
    {
        var titles = candidate.Titles.Span;
        foreach (var title in titles[..Math.Min(titles.Length, MostTitles)])
        {
            foreach (var (theme, weight) in context.Basis.Themes.ThemesOf(title)) into[theme] += weight;
        }
    }

    private static void Move(PageContext context, float[] taste)
    {
        var strength = (float)context.Options.VisitStrength;
        foreach (var title in context.Workspace.Recommendable)
        {
            var nearness = 0f;
            foreach (var (theme, weight) in context.Basis.Themes.ThemesOf(title)) nearness += taste[theme] * weight;
            context.Workspace.Rank[title] += strength * nearness;
        }
    }
}
