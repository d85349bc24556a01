using System.Collections.Immutable;
using Orleans.Personalize.Demo.Randomness;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo.Catalogue;

/// <summary>Divides a series into seasons and episodes.</summary>
internal static class EpisodeWriter
{
    private const int MostSeasons = 6;
    private const double ChanceOfAnotherSeason = 0.45;

    /// <summary>The usual length of an episode in minutes, and the episodes in order.</summary>
    public static (double Runtime, ImmutableArray<Episode> Episodes) Write(Strand strand, DateTimeOffset added, Dice dice)
    {
        var usual = UsualRuntime(strand, dice);
        var seasons = 1;
        while (seasons < MostSeasons && dice.Chance(ChanceOfAnotherSeason))
        {
            seasons++;
        }

        var perSeason = usual <= 26 ? dice.Whole(8, 13) : dice.Whole(5, 10);
        var episodes = ImmutableArray.CreateBuilder<Episode>(seasons * perSeason);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var season = 1; season <= seasons; season++)
        {
            for (var number = 1; number <= perSeason; number++)
            {
                episodes.Add(new Episode
                {
                    Season = season,
                    Number = number,
                    Name = Name(strand, names, dice),
                    RuntimeMinutes = Math.Round(usual * dice.Between(0.92, 1.08)),
                    AddedAt = added,
                });
            }
        }

        return (usual, episodes.DrainToImmutable());
    }

    private static string? Name(Strand strand, HashSet<string> taken, Dice dice)
    {
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var name = NameWriter.Episode(strand, dice);
            if (taken.Add(name))
            {
                return name;
            }
        }

        return null;
    }

    private static double UsualRuntime(Strand strand, Dice dice) => strand.Key switch
    {
        "preschool" => dice.Whole(8, 12),
        "animated-adventure" or "family-film" => dice.Whole(18, 26),
        "sitcom" or "anime" => dice.Whole(21, 26),
        "romantic-comedy" or "teen-drama" or "dark-comedy" => dice.Whole(26, 45),
        _ => dice.Whole(42, 58),
    };
}
