using Orleans.Personalize.Pages;

namespace Orleans.Personalize.Grains.Serialization;

/// <summary>Turns <see cref="Card"/> into its wire form and back.</summary>
[RegisterConverter]
internal sealed class CardConverter : IConverter<Card, CardSurrogate>
{
    /// <inheritdoc/>
    public Card ConvertFromSurrogate(in CardSurrogate surrogate) => new(new TitleFace
    {
        Title = surrogate.Title,
        Name = surrogate.Name,
        Kind = surrogate.Kind,
        Year = surrogate.Year,
        Artwork = surrogate.Artwork,
        ArtworkUrl = surrogate.ArtworkUrl,
    })
    {
        MatchScore = surrogate.MatchScore,
        Reason = surrogate.Reason,
        Label = surrogate.Label,
        Progress = surrogate.Progress,
        Parts = surrogate.Parts,
    };

    /// <inheritdoc/>
    public CardSurrogate ConvertToSurrogate(in Card value) => new()
    {
        Title = value.Title,
        Name = value.Name,
        Kind = value.Kind,
        Year = value.Year,
        MatchScore = value.MatchScore,
        Reason = value.Reason,
        Artwork = value.Artwork,
        ArtworkUrl = value.ArtworkUrl,
        Label = value.Label,
        Progress = value.Progress,
        Parts = value.Parts,
    };
}
