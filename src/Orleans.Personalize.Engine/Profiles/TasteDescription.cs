using System.Collections.Immutable;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>Puts a state into readable form.</summary>
internal static class TasteDescription
{
    /// <summary>The readable form, valued at the profile's latest event.</summary>
    public static LearntTaste Of(ProfileState state, Catalog catalog, ThemeIndex themes) => new()
    {
        Themes = ThemesOf(state, themes),
        Thumbs = [.. state.ThumbArray
            .Where(given => catalog[given.Title] is not null)
            .Select(given => new TitleThumb { Title = catalog[given.Title]!.Id, Thumb = given.Thumb })],
        MyList = [.. Ids(state.MyListArray, catalog).Reverse()],
        Hidden = [.. Ids(state.HiddenArray, catalog)],
        InProgress = [.. state.ResumePoints
            .Where(point => catalog[point.Title] is not null)
            .Select(point => point.ToWatchProgress(catalog[point.Title]!.Id))
            .Reverse()],
        Recent = Recent(state, catalog),
        RecentSearches = state.RecentSearches,
        PreferenceVector = [.. state.Vector.Select(value => value / (float)sbyte.MaxValue)],
        ModelVersion = state.ModelVersion,
    };

    private static ImmutableArray<TasteEntry> ThemesOf(ProfileState state, ThemeIndex themes)
    {
        var tastes = new ThemeTaste[ProfileState.MaxThemes];
        var count = state.CopyThemeTastes(tastes, state.LastSeen ?? Interaction.Origin);
        return [.. tastes
            .Take(count)
            .Select(taste => themes.TryGet(taste.Theme, out var theme) ? (Theme: theme, taste.Weight) : default)
            .Where(taste => taste.Theme is not null)
            .OrderByDescending(taste => Math.Abs(taste.Weight))
            .ThenBy(taste => taste.Theme.Key, StringComparer.Ordinal)
            .Select(taste => new TasteEntry
            {
                Kind = taste.Theme.Kind.ToWord(),
                Name = taste.Theme.Name,
                Weight = Math.Round(taste.Weight, 6),
            })];
    }

    private static ImmutableArray<RecentInteraction> Recent(ProfileState state, Catalog catalog)
    {
        var interactions = new Interaction[state.InteractionCount];
        state.CopyInteractions(interactions);
        return [.. interactions
            .Where(interaction => catalog[interaction.Title] is not null)
            .Select(interaction => new RecentInteraction
            {
                Title = catalog[interaction.Title]!.Id,
                Time = interaction.Time,
                Strength = Math.Round(interaction.Strength, 2),
            })
            .Reverse()];
    }

    private static IEnumerable<TitleId> Ids(int[] titles, Catalog catalog) =>
        titles.Where(title => catalog[title] is not null).Select(title => catalog[title]!.Id);
}
