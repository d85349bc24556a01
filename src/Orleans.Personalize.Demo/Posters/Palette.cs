using System.Collections.Frozen;

namespace Orleans.Personalize.Demo.Posters;

/// <summary>The colours of one poster, as <c>#rrggbb</c>.</summary>
/// <param name="Sky">The upper background.</param>
/// <param name="Horizon">The lower background.</param>
/// <param name="Light">Sun, moon, lamps.</param>
/// <param name="Far">Shapes far away.</param>
/// <param name="Mid">Shapes half-way.</param>
/// <param name="Near">Shapes close by, and the ground behind the lettering.</param>
/// <param name="Ink">The lettering.</param>
/// <param name="Pop">One spot of contrast.</param>
internal sealed record Palette(string Sky, string Horizon, string Light, string Far, string Mid, string Near, string Ink, string Pop)
{
    private static readonly FrozenDictionary<string, Palette> All = new Dictionary<string, Palette>(StringComparer.Ordinal)
    {
        ["ice"] = new("#12293c", "#9cc3d4", "#f4fcff", "#7aa6ba", "#3f6b83", "#0d2130", "#f4fbff", "#e2505a"),
        ["steel"] = new("#141b24", "#6b8093", "#eaf1f7", "#52677a", "#2f3e4d", "#0c1118", "#f2f6fa", "#e8ab42"),
        ["moss"] = new("#12261f", "#94ad72", "#f6f0c4", "#62855b", "#315643", "#0b1a15", "#f8f5df", "#ec9742"),
        ["noir"] = new("#0b0b0e", "#47444b", "#f3ead9", "#37353d", "#1f1e24", "#070708", "#f6f0e3", "#d3242f"),
        ["crimson"] = new("#1c060a", "#bd2432", "#ffdcb4", "#861824", "#4e0e18", "#160306", "#fff2e4", "#ffb84d"),
        ["ember"] = new("#2d0f14", "#f2913f", "#ffecbd", "#bb4f2d", "#742727", "#210b0f", "#fff5e1", "#ffd447"),
        ["neon"] = new("#140733", "#e33d94", "#86faff", "#6f22a3", "#391470", "#0d0521", "#f8f1ff", "#31f5c8"),
        ["plum"] = new("#1f0f30", "#a362a6", "#ffe6f3", "#733f83", "#48265f", "#170a23", "#fdf2fb", "#f4bd52"),
        ["cosmos"] = new("#060a1b", "#33449a", "#ebe6ff", "#2c3a85", "#1d265d", "#050711", "#f2f3ff", "#ff8f63"),
        ["deep"] = new("#031f33", "#128496", "#dbfff7", "#0d617d", "#08405e", "#021522", "#ecfffb", "#ff805f"),
        ["gold"] = new("#2e1f0a", "#deab48", "#fff4d3", "#b07c2a", "#704b18", "#1f1506", "#fff7e1", "#a3222f"),
        ["dusk"] = new("#231f4e", "#f4a18b", "#ffebcf", "#ab6784", "#603e70", "#191535", "#fff3ea", "#ffd470"),
        ["peach"] = new("#e8745f", "#ffdcbc", "#fff8ea", "#ee8a74", "#c95763", "#5c2139", "#fffaf2", "#2d7f8a"),
        ["rose"] = new("#c93a6f", "#ffc9bb", "#fff3e8", "#da5b85", "#9c2f62", "#47113a", "#fff4f1", "#ffc95c"),
        ["sky"] = new("#2477c4", "#c3e9ff", "#fffbe2", "#7fbadb", "#3b87ab", "#123f5a", "#ffffff", "#ffd045"),
        ["candy"] = new("#2aa9c9", "#ffe39a", "#ffffff", "#ff9ab8", "#f4577a", "#4c2377", "#ffffff", "#ffd23a"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all palettes, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether there is a palette of this name.</summary>
    public static bool Has(string name) => All.ContainsKey(name);

    /// <summary>The palette of a name.</summary>
    public static Palette Of(string name) => All[name];
}
