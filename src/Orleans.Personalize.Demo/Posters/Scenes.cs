using System.Collections.Frozen;

namespace Orleans.Personalize.Demo.Posters;

/// <summary>Everything that a poster can show, by the name of the motif.</summary>
internal static class Scenes
{
    private static readonly FrozenSet<string> People = new[] { "portrait", "blinds", "bokeh", "stage" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Action<Canvas>> All = new Dictionary<string, Action<Canvas>>(StringComparer.Ordinal)
    {
        ["abstract"] = GraphicScenes.Abstract,
        ["balloon"] = PlayfulScenes.Balloon,
        ["birds"] = PlayfulScenes.Birds,
        ["blinds"] = PeopleScenes.Blinds,
        ["bokeh"] = PeopleScenes.Bokeh,
        ["castle"] = BuiltScenes.Castle,
        ["city"] = BuiltScenes.City,
        ["desert"] = LandScenes.Desert,
        ["forest"] = LandScenes.Forest,
        ["house"] = BuiltScenes.House,
        ["laurel"] = GraphicScenes.Laurel,
        ["lighthouse"] = BuiltScenes.Lighthouse,
        ["moon"] = SkyScenes.Moon,
        ["mountains"] = LandScenes.Mountains,
        ["planets"] = SkyScenes.Planets,
        ["portrait"] = PeopleScenes.Portrait,
        ["road"] = LandScenes.Road,
        ["rocket"] = SkyScenes.Rocket,
        ["snow"] = LandScenes.Snow,
        ["stadium"] = GraphicScenes.Stadium,
        ["stage"] = PeopleScenes.Stage,
        ["train"] = BuiltScenes.Train,
        ["vinyl"] = GraphicScenes.Vinyl,
        ["waves"] = LandScenes.Waves,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All motifs in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether there is such a motif.</summary>
    public static bool Has(string name) => All.ContainsKey(name);

    /// <summary>Whether people can be seen.</summary>
    public static bool ShowsPeople(string name) => People.Contains(name);

    /// <summary>Draws a motif over the whole canvas.</summary>
    public static void Draw(string name, Canvas canvas) => All[name](canvas);
}
