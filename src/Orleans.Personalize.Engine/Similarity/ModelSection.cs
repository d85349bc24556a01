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
    SourceVectors = 9,
    TargetVectors = 10,
    Themes = 11,
    ThemeSourceVectors = 12,
    ThemeTargetVectors = 13,
    Judgements = 20,
}
