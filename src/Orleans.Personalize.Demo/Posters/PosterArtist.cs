using System.Net;
using Orleans.Personalize.Demo.Randomness;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo.Posters;

/// <summary>Draws posters as svg: a scene in the colours of a mood, and the title's name. The same title and artwork give the same poster.</summary>
public static class PosterArtist
{
    /// <summary>Width of a poster in user units.</summary>
    public const int Width = 400;

    /// <summary>Height of a poster in user units.</summary>
    public const int Height = 600;

    /// <summary>
    /// Draws one picture of a title. The picture shows what the artwork's features say, as far as they name a motif and colours; an artwork
    /// without such features, or that the title does not have, gets a motif and colours of its own by its id.
    /// </summary>
    /// <returns>A whole svg document, at most some 6 kB, without scripts, external fonts or pictures.</returns>
    public static string Draw(Title title, ArtworkId artwork)
    {
        ArgumentNullException.ThrowIfNull(title);
        var hash = Dice.Hash($"{title.Id}/{artwork}");
        var dice = new Dice(hash);
        var features = title.Artworks.FirstOrDefault(candidate => candidate.Id == artwork)?.Features ?? [];
        var anyScene = dice.Pick(Scenes.Names);
        var anyPalette = dice.Pick(Palette.Names);
        var scene = features.FirstOrDefault(Scenes.Has) ?? anyScene;
        var palette = Palette.Of(features.FirstOrDefault(Palette.Has) ?? anyPalette);
        var canvas = new Canvas($"g{hash & 0xFFFFFF:x}", palette, dice);
        canvas.Raw($"<title>{WebUtility.HtmlEncode(title.Name)}</title>");
        Scenes.Draw(scene, canvas);
        Lettering.Write(canvas, title, scene);
        return canvas.ToString();
    }
}
