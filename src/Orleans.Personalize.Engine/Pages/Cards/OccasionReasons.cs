using Orleans.Personalize.Engine.Occasions;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Engine.Pages.Cards;

/// <summary>Finds what may truly be said of the moment and the screen: what the profile itself watches then and there.</summary>
internal static class OccasionReasons
{
    // Logarithms: how much more a genre must be watched then to be named, and by how much a title must suit the occasion.
    private const float NamedLift = 0.2f;
    private const float SuitedScore = 0.2f;

    /// <summary>Why a title suits the moment; null where nothing can be said.</summary>
    public static Reason? ForTitle(int title, PageContext context)
    {
        var taste = context.Workspace.Occasion;
        if (context.Occasion is null || !taste.IsTelling || taste.Scores[title] < SuitedScore) return null;
        var (best, most) = (-1, 0f);
        foreach (var (aspect, weight) in context.Basis.Aspects.Of(title))
        {
            var lift = taste.OwnLift(aspect);
            if (lift >= NamedLift && weight * lift > most && CanBeSaid(aspect, context)) (best, most) = (aspect, weight * lift);
        }

        return best < 0 ? null : Of(best, context);
    }

    /// <summary>Why the row of a theme suits the moment; null where nothing can be said.</summary>
    public static Reason? ForTheme(Theme theme, PageContext context)
    {
        if (context.Occasion is null || !context.Workspace.Occasion.IsTelling) return null;
        var aspect = context.Basis.Aspects.AspectOf(theme.Index);
        return aspect >= 0 && CanBeSaid(aspect, context) && context.Workspace.Occasion.OwnLift(aspect) >= NamedLift ? Of(aspect, context) : null;
    }

    private static bool CanBeSaid(int aspect, PageContext context) =>
        context.Basis.Aspects.Themes[aspect] is { } theme ? theme.Kind == ThemeKind.Genre : context.Basis.Aspects.IsShort(aspect);

    private static Reason Of(int aspect, PageContext context)
    {
        var occasion = OccasionWords.Of(context.Occasion!.Value, context.Workspace.Occasion);
        return context.Basis.Aspects.Themes[aspect] is { } theme
            ? new Reason { Kind = ReasonKind.Context, Text = $"You often watch {theme.Name} on {occasion}", Theme = theme.Name }
            : new Reason { Kind = ReasonKind.Context, Text = $"Short enough for {occasion}" };
    }
}
