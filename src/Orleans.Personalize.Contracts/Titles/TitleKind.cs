namespace Orleans.Personalize.Titles;

/// <summary>What a title is.</summary>
[GenerateSerializer, Alias("op.TitleKind")]
public enum TitleKind
{
    /// <summary>One playable film.</summary>
    Film = 0,

    /// <summary>A series with seasons and episodes.</summary>
    Series = 1,
}
