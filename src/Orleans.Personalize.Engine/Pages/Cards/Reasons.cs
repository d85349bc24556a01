using System.Collections.Concurrent;
using Orleans.Personalize.Engine.Communities;
using Orleans.Personalize.Engine.Pages.MicroGenres;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Pages.Cards;

/// <summary>Words for reasons. Those about themes and titles are made once and shared by all cards.</summary>
/// <param name="themes">The catalogue's themes.</param>
/// <param name="titles">The catalogue's number of titles, holes counted.</param>
internal sealed class Reasons(ThemeIndex themes, int titles)
{
    // Among how many themes of a community the two are looked for that can be said.
    private const int CommunityThemes = 8;

    private readonly Reason?[] _liked = new Reason?[themes.Themes.Length];
    private readonly Reason?[] _suited = new Reason?[themes.Themes.Length];
    private readonly Reason?[] _popular = new Reason?[themes.Themes.Length];
    private readonly Reason?[] _watched = new Reason?[titles];
    private readonly Reason?[] _likedTitle = new Reason?[titles];
    private readonly ConcurrentDictionary<int, Reason> _community = new();
    private readonly Reason?[] _next = new Reason?[titles];

    /// <summary>Nothing more particular can be said of a title that suits the profile.</summary>
    public static Reason TasteMatch { get; } = new() { Kind = ReasonKind.TasteMatch, Text = "Matches what you watch and like" };

    /// <summary>Many watched it.</summary>
    public static Reason Popular { get; } = new() { Kind = ReasonKind.Popular, Text = "Popular with many members" };

    /// <summary>Many watch it now.</summary>
    public static Reason Trending { get; } = new() { Kind = ReasonKind.Trending, Text = "Many people are watching this right now" };

    /// <summary>Many watch it in the country.</summary>
    public static Reason PopularInCountry { get; } = new() { Kind = ReasonKind.Trending, Text = "Many people near you are watching this" };

    /// <summary>It is new on the service.</summary>
    public static Reason New { get; } = new() { Kind = ReasonKind.New, Text = "New on the service" };

    /// <summary>Nothing speaks for it but that it is there to be found.</summary>
    public static Reason Explore { get; } = new() { Kind = ReasonKind.Explore, Text = "Something different to discover" };

    /// <summary>The profile saved it.</summary>
    public static Reason MyList { get; } = new() { Kind = ReasonKind.MyList, Text = "You saved this" };

    /// <summary>The profile likes a theme of it: a genre, a tag or a person.</summary>
    public Reason LikedTheme(Theme theme) => _liked[theme.Index] ??= new Reason
    {
        Kind = ReasonKind.LikedTheme,
        Text = Liking(theme) is { } liking ? $"Because you like {liking}" : $"More of what you like: {theme.Name}",
        Theme = theme.Name,
    };

    /// <summary>The most that can be said of a row about a theme.</summary>
    public Reason ForTheme(Theme theme, PageContext context) =>
        context.IsCold ? PopularTheme(theme)
        : OccasionReasons.ForTheme(theme, context) is { } occasion ? occasion
        : context.Likes(theme) ? LikedTheme(theme)
        : SuitedTheme(theme);

    /// <summary>Of all titles of a theme these suit the profile best.</summary>
    private Reason SuitedTheme(Theme theme) => _suited[theme.Index] ??= new Reason
    {
        Kind = ReasonKind.TasteMatch,
        Text = $"Your best matches in {theme.Name}",
        Theme = theme.Name,
    };

    /// <summary>It is popular among those of a theme.</summary>
    private Reason PopularTheme(Theme theme) => _popular[theme.Index] ??= new Reason
    {
        Kind = ReasonKind.Popular,
        Text = $"Popular in {theme.Name}",
        Theme = theme.Name,
    };

    /// <summary>It goes with a title that the profile watched or liked.</summary>
    public Reason LikeTitle(Title title, LikedTitle liked) => (liked.IsPlayed ? _watched : _likedTitle)[liked.Title] ??= new Reason
    {
        Kind = ReasonKind.LikeTitle,
        Text = liked.IsPlayed ? $"Because you watched {title.Name}" : $"Because you liked {title.Name}",
        Title = title.Id,
    };

    /// <summary>It is popular in the taste community that the profile belongs to most.</summary>
    public Reason PopularInCommunity(int community, CommunityIndex communities) => _community.GetOrAdd(community, place =>
    {
        // Genres before tags, as people say it: "Crime and dark stories".
        var said = communities.TopThemes(place, themes, CommunityThemes).Where(theme => Liking(theme) is not null).Take(2).OrderBy(theme => theme.Kind).ToArray();
        return new Reason
        {
            Kind = ReasonKind.Popular,
            Text = said switch
            {
                [var one, var other] => $"Popular with members who like {Liking(one)} and {Liking(other)}",
                [var one] => $"Popular with members who like {Liking(one)}",
                _ => "Popular with members of like taste",
            },
            Theme = said.Length > 0 ? said[0].Name : null,
        };
    });

    // What is liked in words that follow "you like"; null for tags of which no word says what they are to a title.
    private static string? Liking(Theme theme) =>
        theme.Kind != ThemeKind.Tag ? theme.Name
        : MoodWords.Contains(theme.Name) ? $"{theme.Name} stories"
        : TraitWords.Of(theme.Name) is { } trait ? $"stories {trait}"
        : null;

    /// <summary>It is often played right after a title that the profile played lately.</summary>
    public Reason Next(int number, Title title) => _next[number] ??= new Reason
    {
        Kind = ReasonKind.Next,
        Text = $"Often played right after {title.Name}",
        Title = title.Id,
    };
}
