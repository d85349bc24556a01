using System.Buffers;
using System.Numerics.Tensors;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
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
    /// <param name="candidates">Rows that might stand on the page, most of those given among them.</param>
    public static void Apply(PageContext context, PageSoFar page, List<RowCandidate> candidates)
    {
        var themes = context.Basis.Themes.Themes.Length;
        float[]? taste = null, row = null;
        foreach (var given in page.Rows)
        {
            if (!HasTheme(given.Kind)) continue;
            var change = context.InterestIn(given.Key) - given.Interest;
            if (Math.Abs(change) < LeastChange) continue;
            taste ??= Rent(themes);
            row ??= Rent(themes);
            AddMean(TitlesOf(given, context, candidates), context, row);
            var length = TensorPrimitives.Norm<float>(row.AsSpan(0, themes));
            if (length > 0) TensorPrimitives.MultiplyAdd(row.AsSpan(0, themes), (float)change / length, taste.AsSpan(0, themes), taste);
            row.AsSpan(0, themes).Clear();
        }

        if (taste is not null) Move(context, taste);
        if (taste is not null) ArrayPool<float>.Shared.Return(taste);
        if (row is not null) ArrayPool<float>.Shared.Return(row);
    }

    // Passing the trending row says nothing of what trends, and what is popular in a community, little known or unlike the usual is a mixture of themes.
    private static bool HasTheme(RowKind kind) =>
        kind is RowKind.Genre or RowKind.MicroGenre or RowKind.Person or RowKind.BecauseYouWatched or RowKind.FromSearch;

    // What was passed is liked less, so that it may not be proposed any more.
    private static ReadOnlySpan<int> TitlesOf(in GivenRow given, PageContext context, List<RowCandidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Kind == given.Kind && ProfileKeys.Of(candidate.Id.Value) == given.Key) return candidate.Titles.Span;
        }

        return context.Basis.Themes.TryGet(new ThemeId(given.Key), out var theme) ? theme.Titles.AsSpan()
            : context.Basis.MicroGenres.Find(given.Key) is { } mixed ? mixed.Titles
            : [];
    }

    private static float[] Rent(int themes)
    {
        var rented = ArrayPool<float>.Shared.Rent(themes);
        rented.AsSpan(0, themes).Clear();
        return rented;
    }

    private static void AddMean(ReadOnlySpan<int> titles, PageContext context, float[] into)
    {
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
