using System.Text.Json.Serialization;

namespace Orleans.Personalize.Training.Datasets.WikipediaMovies;

/// <summary>One element of the json arrays.</summary>
internal sealed record WikipediaMovie
{
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    [JsonPropertyName("year")]
    public required int Year { get; init; }

    [JsonPropertyName("cast")]
    public IReadOnlyList<string>? Cast { get; init; }

    [JsonPropertyName("genres")]
    public IReadOnlyList<string>? Genres { get; init; }

    /// <summary>The last part of the article's address; null where there is no article.</summary>
    [JsonPropertyName("href")]
    public string? Href { get; init; }

    [JsonPropertyName("extract")]
    public string? Extract { get; init; }

    [JsonPropertyName("thumbnail")]
    public string? Thumbnail { get; init; }

    [JsonPropertyName("thumbnail_width")]
    public double? ThumbnailWidth { get; init; }

    [JsonPropertyName("thumbnail_height")]
    public double? ThumbnailHeight { get; init; }
}
