using System.Collections.Immutable;
using Orleans.Personalize.Engine.Pages.Cards;
using Orleans.Personalize.Engine.Pages.Rows;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Profiles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Pages.Answers;

/// <summary>Answers a request for a title's own page.</summary>
internal static class TitleAnswer
{
    private const int LikedThemes = 3;
    private const int SimilarTitles = 12;
    private const int Persons = 3;
    private const int TitlesOfPerson = 8;

    /// <summary>Describes the title.</summary>
    public static TitlePage Describe(PageContext context, int number)
    {
        var title = context.Catalog[number]!;
        var progress = context.ProgressOf(number);
        var reasons = ReasonsFor(number, progress, context);
        return new TitlePage
        {
            Profile = context.Settings.Id,
            Title = title,
            Card = new CardWriter(context, explain: true).Write(number, reasons[0]),
            Thumb = context.ThumbOf(number),
            InMyList = context.MyList.Contains(number),
            Trailer = BestTrailer(context, title)?.Id,
            Line = SynopsisLines.Best(title.Synopsis, context),
            Seasons = SeasonsOf(number, title, progress, context),
            Reasons = reasons,
            Similar = SimilarTo(number, title, context),
            People = PeopleOf(number, title, context),
        };
    }

    private static ImmutableArray<Reason> ReasonsFor(int number, WatchProgress? progress, PageContext context)
    {
        var reasons = new List<Reason>();
        if (progress is not null) reasons.Add(CardWriter.Resume(progress));
        if (context.MyList.Contains(number)) reasons.Add(Reasons.MyList);
        var personal = PersonalReasons.For(number, context);
        if (reasons.Count == 0 || personal.Kind != ReasonKind.Explore) reasons.Add(personal);
        var liked = new List<(Theme Theme, float Taste)>();
        foreach (var (index, weight) in context.Basis.Themes.ThemesOf(number))
        {
            if (context.Likes(context.Basis.Themes[index])) liked.Add((context.Basis.Themes[index], weight * context.Workspace.Taste[index]));
        }

        foreach (var (theme, _) in liked.OrderByDescending(entry => entry.Taste).Take(LikedThemes)) reasons.Add(context.Basis.Reasons.LikedTheme(theme));
        if (context.IsTopTen(number)) reasons.Add(context.Country is null ? Reasons.Trending : Reasons.PopularInCountry);
        if (context.IsNew(number)) reasons.Add(Reasons.New);
        return [.. reasons.DistinctBy(reason => reason.Text)];
    }

    // What lies before the place to resume was watched, or passed over by choice.
    private static ImmutableArray<SeasonProgress> SeasonsOf(int number, Title title, WatchProgress? progress, PageContext context)
    {
        if (title.Episodes.IsDefaultOrEmpty) return [];
        var isFinished = progress is null && IsFinished(number, context);
        return
        [
            .. title.Episodes.GroupBy(episode => episode.Season).OrderBy(season => season.Key).Select(season => new SeasonProgress
            {
                Season = season.Key,
                Episodes = season.Count(),
                Watched = isFinished ? season.Count()
                    : season.Count(episode => (episode.Season, episode.Number).CompareTo((progress?.Season ?? 0, progress?.Episode ?? 0)) < 0),
                IsCurrent = progress?.Season == season.Key,
            }),
        ];
    }

    private static bool IsFinished(int number, PageContext context)
    {
        foreach (var visit in context.History)
        {
            if (visit.Title == number && visit.Progress == WatchedTo.Finished) return true;
        }

        return false;
    }

    private static ImmutableArray<Card> SimilarTo(int number, Title title, PageContext context)
    {
        var similar = BecauseYouWatchedSource.SimilarFor(context, context.Basis.Neighbours.Of(number));
        var writer = new CardWriter(context, explain: false);
        var reason = SimilarAnswer.ReasonOf(title);
        var cards = ImmutableArray.CreateBuilder<Card>(Math.Min(SimilarTitles, similar.Length));
        foreach (var other in similar.Span[..cards.Capacity]) cards.Add(writer.Write(other, reason));
        return cards.MoveToImmutable();
    }

    private static ImmutableArray<Row> PeopleOf(int number, Title title, PageContext context)
    {
        if (title.People.IsDefaultOrEmpty) return [];
        var rows = ImmutableArray.CreateBuilder<Row>(Persons);
        foreach (var name in title.People.Select(credit => credit.Name).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (rows.Count == Persons) break;
            if (context.Basis.Themes.TryGet(ThemeId.Of(ThemeKind.Person, name), out var person) && RowOf(person, number, context) is { } row) rows.Add(row);
        }

        return rows.DrainToImmutable();
    }

    private static Row? RowOf(Theme person, int number, PageContext context)
    {
        Span<int> titles = stackalloc int[TitlesOfPerson];
        Span<float> scores = stackalloc float[TitlesOfPerson];
        var top = new TopTitles(titles, scores);
        foreach (var other in person.Titles)
        {
            if (other != number && context.Workspace.Recommendable.Contains(other)) top.Offer(other, context.Workspace.Rank[other]);
        }

        var count = top.Sort();
        if (count == 0) return null;
        var writer = new CardWriter(context, explain: false);
        var cards = ImmutableArray.CreateBuilder<Card>(count);
        foreach (var other in titles[..count]) cards.Add(writer.Write(other, PersonalReasons.For(other, context)));
        return new Row
        {
            Id = new RowId(person.Key),
            Kind = RowKind.Person,
            Title = context.Basis.RowThemes.MoreOf(person, context.Catalog),
            Reason = context.Basis.Reasons.ForTheme(person, context),
            Cards = cards.MoveToImmutable(),
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
