using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Gateway.Posters;

/// <summary>Draws the pictures of titles for the web page; supplied by a host that has some, else lettering is drawn.</summary>
public interface IPosterSource
{
    /// <summary>One picture of a title, as an SVG document without scripts.</summary>
    /// <param name="title">The title.</param>
    /// <param name="artwork">Which of its pictures; null for any.</param>
    /// <param name="cancellationToken">Ends when the picture is no longer wanted.</param>
    /// <returns>Null where there is no such picture.</returns>
    ValueTask<string?> DrawAsync(Title title, ArtworkId? artwork, CancellationToken cancellationToken = default);
}
