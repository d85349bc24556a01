using System.Collections.Immutable;
using Orleans.Personalize.Engine.Pages.Eligibility;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Engine.Pages.Rows;

/// <summary>The themes of a catalogue that can make a row of their own: those with enough titles and a name that reads as a heading.</summary>
internal sealed class RowThemes
{
    private readonly string?[] _people;
    private readonly Dictionary<ulong, int> _genresByKey = [];

    /// <summary>Finds them.</summary>
    /// <param name="themes">All themes of the catalogue.</param>
    /// <param name="titles">The catalogue's number of titles, holes counted.</param>
    /// <param name="fewest">The fewest titles a row may have.</param>
    public RowThemes(ThemeIndex themes, int titles, int fewest)
    {
        _people = new string?[themes.Themes.Length];
        Genres = [.. themes.Themes.Where(theme => theme.Kind == ThemeKind.Genre && theme.Titles.Length >= fewest && ReadsAsHeading(theme.Name))];
        for (var i = 0; i < Genres.Length; i++) _genresByKey.TryAdd(ProfileKeys.Of(Genres[i].Key), i);
        Subjects = [.. Genres.Select((_, i) => RowSubjects.OfGenre(i))];
        Members = [.. Genres.Select(genre => TitleSet.OfLarge(genre.Titles.AsSpan(), titles))];
    }

    /// <summary>Genres, in the catalogue's order.</summary>
    public ImmutableArray<Theme> Genres { get; }

    /// <summary>The titles of each of <see cref="Genres"/> that has many.</summary>
    public ImmutableArray<TitleSet?> Members { get; }

    /// <summary>What the row of each of <see cref="Genres"/> tells.</summary>
    public ImmutableArray<RowSubjects> Subjects { get; }

    /// <summary>The place in <see cref="Genres"/> of the genre whose row has an id, as profiles remember it; -1 for none.</summary>
    public int GenreOf(ulong key) => _genresByKey.GetValueOrDefault(key, -1);

    /// <summary>The heading of the row about a person, worked out when it is asked for first.</summary>
    /// <param name="person">The person.</param>
    /// <param name="catalog">The titles that the themes are of.</param>
    public string MoreOf(Theme person, Catalog catalog) =>
        _people[person.Index] ??= IsActor(person, catalog) ? $"More with {person.Name}" : $"More from {person.Name}";

    // Seen on the screen in most of the titles, as against behind the camera.
    private static bool IsActor(Theme person, Catalog catalog)
    {
        var balance = 0;
        foreach (var title in person.Titles)
        {
            foreach (var credit in catalog[title]!.People)
            {
                if (string.Equals(credit.Name, person.Name, StringComparison.OrdinalIgnoreCase)) balance += credit.Role == CreditRole.Cast ? 1 : -1;
            }
        }

        return balance >= 0;
    }

    // Data sets say "(no genres listed)" where there is none.
    private static bool ReadsAsHeading(string name) => char.IsLetterOrDigit(name[0]);
}
