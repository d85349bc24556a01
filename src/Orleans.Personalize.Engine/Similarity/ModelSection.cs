namespace Orleans.Personalize.Engine.Similarity;

/// <summary>The sections of a model file. Numbers are part of the format: never given to something else.</summary>
internal enum ModelSection
{
    Manifest = 1,
    TitleStarts = 2,
    TitleNames = 3,
    Popularity = 4,
    Quality = 5,
    RowStarts = 6,
    RowTitles = 7,
    RowWeights = 8,

    // 9 held vectors of a history's titles, 12 those of its themes.
    Vectors = 10,
    Themes = 11,
    ThemeVectors = 13,
    Encoder = 14,
    Newness = 15,
    Judgements = 20,
    CommunityLifts = 30,
}
