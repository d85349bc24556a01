using Orleans.Personalize.Engine.Titles;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>What a row that was passed or followed says of themes, as its id tells: of its own theme, of all that it mixes, or of those of the title it starts from.</summary>
internal static class RowLessons
{
    private const string Mix = "mix:";
    private const string Because = "because:";

    /// <summary>Adds the themes that a row is about, their weights adding up to about 1; none where it is about none, as a row of what trends.</summary>
    /// <param name="row">The row.</param>
    /// <param name="catalog">The titles.</param>
    /// <param name="themes">What they have in common.</param>
    /// <param name="lessons">Receives them.</param>
    public static void Add(RowId row, Catalog catalog, ThemeIndex themes, List<(Theme Theme, float Weight)> lessons)
    {
        if (themes.TryGet(ThemeId.OfKey(row.Value), out var theme)) lessons.Add((theme, 1));
        else if (row.Value.StartsWith(Mix, StringComparison.Ordinal)) AddMixed(row.Value[Mix.Length..].Split('+'), themes, lessons);
        else if (row.Value.StartsWith(Because, StringComparison.Ordinal)) AddTitle(row.Value[Because.Length..], catalog, themes, lessons);
    }

    // The genre comes first; of the marks only tags are themes of their own.
    private static void AddMixed(string[] names, ThemeIndex themes, List<(Theme Theme, float Weight)> lessons)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var kind = i == 0 ? ThemeKind.Genre : ThemeKind.Tag;
            if (themes.TryGet(ThemeId.OfKey($"{kind.ToWord()}:{names[i]}"), out var theme)) lessons.Add((theme, 1));
        }

        for (var i = 0; i < lessons.Count; i++) lessons[i] = lessons[i] with { Weight = 1f / lessons.Count };
    }

    private static void AddTitle(string id, Catalog catalog, ThemeIndex themes, List<(Theme Theme, float Weight)> lessons)
    {
        if (id.Length == 0 || !catalog.TryGetNumber(new TitleId(id), out var number)) return;
        foreach (var weight in themes.ThemesOf(number)) lessons.Add((themes[weight.Theme], weight.Weight));
    }
}
