using Orleans.Personalize.Engine.Scoring;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Cards;

/// <summary>Finds the most telling true reason why a title suits a profile: what was played last, a title liked before, a liked theme.</summary>
internal static class PersonalReasons
{
    // Liked titles whose neighbours are looked through.
    private const int Sources = 6;

    // How near a title must be to a liked one to be explained by it.
    private const int NearestNeighbours = 30;

    // Standard deviations, times the weight in the blend, from which a part of the score is worth telling.
    private const float Telling = 1;

    /// <summary>The reason for a title.</summary>
    public static Reason For(int title, PageContext context)
    {
        if (!context.IsCold)
        {
            if (Contribution(ScorePartKind.PlayNext, title, context) >= Telling && Next(title, context) is { } next) return next;
            if (OccasionReasons.ForTitle(title, context) is { } occasion) return occasion;
            if (LikedBefore(title, context) is { } liked) return liked;
            if (LikedTheme(title, context) is { } theme) return theme;
        }

        if (Contribution(ScorePartKind.Trend, title, context) >= Telling) return Reasons.Trending;
        if (Contribution(ScorePartKind.Popularity, title, context) >= Telling) return Reasons.Popular;
        if (context.IsNew(title)) return Reasons.New;
        if (context.IsCold) return context.OwnRank(title) > 0 ? Reasons.Popular : Reasons.Explore;
        return context.OwnRank(title) > 0 ? Reasons.TasteMatch : Reasons.Explore;
    }

    private static float Contribution(ScorePartKind part, int title, PageContext context)
    {
        var scores = context.Workspace.Scores;
        return scores.Part(part)[title] * scores.Weights[(int)part];
    }

    private static Reason? Next(int title, PageContext context)
    {
        var (before, most) = (-1, 0f);
        if (context.Moment.PlayNext.IsDefault) return null;
        foreach (var counts in context.Moment.PlayNext)
        {
            foreach (var (next, count) in counts.Next)
            {
                if (next == title && count > most) (before, most) = (counts.Title, count);
            }
        }

        return before >= 0 && context.Workspace.Visible.Contains(before)
            ? context.Basis.Reasons.Next(before, context.Catalog[before]!)
            : null;
    }

    private static Reason? LikedBefore(int title, PageContext context)
    {
        LikedTitle? best = null;
        var bestSimilarity = 0f;
        foreach (var liked in context.Liked.AsSpan(0, Math.Min(Sources, context.Liked.Length)))
        {
            var neighbours = context.Basis.Neighbours.Of(liked.Title);
            var place = neighbours.Titles.AsSpan(0, Math.Min(NearestNeighbours, neighbours.Titles.Length)).IndexOf(title);
            if (place < 0 || neighbours.Similarity[place] <= bestSimilarity) continue;
            (best, bestSimilarity) = (liked, neighbours.Similarity[place]);
        }

        return best is { } source ? context.Basis.Reasons.LikeTitle(context.Catalog[source.Title]!, source) : null;
    }

    private static Reason? LikedTheme(int title, PageContext context)
    {
        var (best, bestTaste) = (-1, 0f);
        foreach (var (theme, weight) in context.Basis.Themes.ThemesOf(title))
        {
            // Saturates, so that a broad theme liked a hundred times leaves room for a telling one.
            var taste = weight * Saturated(context.Workspace.Taste[theme]);
            if (taste > bestTaste && context.Likes(context.Basis.Themes[theme])) (best, bestTaste) = (theme, taste);
        }

        return best < 0 ? null : context.Basis.Reasons.LikedTheme(context.Basis.Themes[best]);
    }

    private static float Saturated(float taste) => taste > 0 ? taste / (1 + taste) : 0;
}
