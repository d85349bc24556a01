using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Pages.Answers;

/// <summary>Answers a request for a title's own page.</summary>
internal static class TitleAnswer
{
    /// <summary>Describes the title.</summary>
    public static TitlePage Describe(PageContext context, int number)
    {
        var title = context.Catalog[number]!;
        var progress = context.ProgressOf(number);
        return new TitlePage
        {
            Profile = context.Settings.Id,
            Title = title,
            Card = new CardWriter(context, explain: true).Write(
                number,
                progress is not null ? CardWriter.Resume(progress)
                    : context.MyList.Contains(number) ? Reasons.MyList
                    : PersonalReasons.For(number, context)),
            Thumb = context.ThumbOf(number),
            InMyList = context.MyList.Contains(number),
            Trailer = BestTrailer(context, title)?.Id,
        };
    }

    // The one that dwells on what the profile likes; the first of equally good ones.
    private static Trailer? BestTrailer(PageContext context, Title title)
    {
        if (title.Trailers.IsDefaultOrEmpty) return null;
        return title.Trailers.MaxBy(trailer => trailer.Features.IsDefaultOrEmpty ? 0 : trailer.Features.Sum(name => TasteFor(context, name)));
    }

    private static float TasteFor(PageContext context, string name) =>
        context.Basis.Themes.TryGet(ThemeId.Of(ThemeKind.Tag, name), out var theme)
        || context.Basis.Themes.TryGet(ThemeId.Of(ThemeKind.Genre, name), out theme)
        || context.Basis.Themes.TryGet(ThemeId.Of(ThemeKind.Person, name), out theme)
            ? context.Workspace.Taste[theme.Index]
            : 0;
}
