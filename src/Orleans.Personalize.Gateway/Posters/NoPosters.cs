using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Gateway.Posters;

/// <summary>Stands in where the host has no pictures.</summary>
internal sealed class NoPosters : IPosterSource
{
    public ValueTask<string?> DrawAsync(Title title, ArtworkId? artwork, CancellationToken cancellationToken = default) => default;
}
