using System.Collections.Immutable;
using Orleans.Personalize.Demo.Randomness;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo.Posters;

/// <summary>Decides which pictures a title has: other motifs in other colours, all of its mood.</summary>
internal static class ArtworkWriter
{
    /// <summary>Four to six pictures. Their features name motif, colours and mood; <see cref="PosterArtist"/> draws what they say.</summary>
    public static ImmutableArray<Artwork> Write(
        string title, IReadOnlyList<string> motifs, IReadOnlyList<string> palettes, IReadOnlyList<string> moods, Dice dice)
    {
        var count = dice.Whole(4, 6);
        var scenes = dice.Some(motifs, motifs.Count);
        var first = dice.Below(palettes.Count);
        var artworks = ImmutableArray.CreateBuilder<Artwork>(count);
        for (var i = 0; i < count; i++)
        {
            var scene = scenes[i % scenes.Length];
            var palette = palettes[(first + i + (i / scenes.Length)) % palettes.Count];
            var id = $"{scene}-{palette}";
            artworks.Add(new Artwork
            {
                Id = new ArtworkId(id),
                Url = $"/posters/{title}/{id}.svg",
                Features = Features(scene, palette, dice.Pick(moods)),
                AspectRatio = Math.Round(PosterArtist.Width / (double)PosterArtist.Height, 3),
                Language = "en",
            });
        }

        return artworks.DrainToImmutable();
    }

    private static ImmutableArray<string> Features(string scene, string palette, string mood) =>
        Scenes.ShowsPeople(scene) ? [scene, palette, mood, "person"] : [scene, palette, mood];
}
