using Orleans.Personalize.Demo.Posters;
using Orleans.Personalize.Gateway.Posters;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Silo.Hosting;

/// <summary>Draws the artworks that are described but are no pictures anywhere, as those of the demo catalogue.</summary>
internal sealed class DemoPosters : IPosterSource
{
    public ValueTask<string?> DrawAsync(Title title, ArtworkId? artwork, CancellationToken cancellationToken = default)
    {
        var drawn = title.Artworks.FirstOrDefault(candidate => artwork is null || candidate.Id == artwork);
        return ValueTask.FromResult(drawn is { Features.Length: > 0 } && IsFromHere(drawn.Url) ? PosterArtist.Draw(title, drawn.Id) : null);
    }

    /// <summary>The demo catalogue's own addresses lead to the gateway that asks.</summary>
    private static bool IsFromHere(string? url) => url is null || url.StartsWith("/posters/", StringComparison.Ordinal);
}
