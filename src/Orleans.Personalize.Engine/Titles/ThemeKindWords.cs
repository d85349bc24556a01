namespace Orleans.Personalize.Engine.Titles;

/// <summary>The kinds of themes in words.</summary>
internal static class ThemeKindWords
{
    /// <summary>The lower-case word of a kind.</summary>
    public static string ToWord(this ThemeKind kind) => kind switch
    {
        ThemeKind.Genre => "genre",
        ThemeKind.Tag => "tag",
        ThemeKind.Person => "person",
        ThemeKind.Country => "country",
        ThemeKind.Language => "language",
        ThemeKind.Decade => "decade",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of theme"),
    };
}
