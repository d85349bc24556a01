using System.Collections.Immutable;
using Orleans.Personalize.Demo.Households;
using Orleans.Personalize.Demo.People;
using Orleans.Personalize.Demo.Posters;
using Orleans.Personalize.Demo.Randomness;
using Orleans.Personalize.Titles;

namespace Orleans.Personalize.Demo.Catalogue;

/// <summary>Invents a catalogue.</summary>
internal sealed class CatalogueWriter(int seed, int count, DateTimeOffset now)
{
    private const double ShareOfSequels = 0.05;
    private const double ShareLeavingSoon = 0.04;
    private const double ShareOfFewCountries = 0.04;
    private readonly NameWriter _names = new();
    private readonly Troupe _troupe = new(newcomers: 7);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly double[] _strandTotals = Totals.Of(Strand.All, strand => strand.Weight);
    private readonly DateTimeOffset _today = new(now.UtcDateTime.Date, TimeSpan.Zero);

    /// <summary>All titles, in no particular order.</summary>
    public ImmutableArray<DemoTitle> Write()
    {
        var titles = ImmutableArray.CreateBuilder<DemoTitle>(count);
        var films = Strand.All.Select(_ => new List<Title>()).ToArray();
        for (var i = 0; i < count; i++)
        {
            var dice = Dice.For(seed, "title", i);
            var strand = dice.Weighted(_strandTotals);
            var earlier = films[strand];
            var title = earlier.Count > 3 && dice.Chance(ShareOfSequels)
                ? Sequel(dice.Pick(earlier), Strand.All[strand], dice)
                : Original(Strand.All[strand], dice);
            if (title.Kind == TitleKind.Film)
            {
                earlier.Add(title);
            }

            var quality = Math.Clamp(0.5 + (0.18 * dice.Normal()), 0, 1);
            titles.Add(new DemoTitle(title, strand, quality, Math.Exp((1.1 * dice.Normal()) + (1.6 * quality))));
        }

        return titles.DrainToImmutable();
    }

    private Title Original(Strand strand, Dice dice)
    {
        var kind = dice.Chance(strand.Series) ? TitleKind.Series : TitleKind.Film;
        var country = dice.Pick(strand.Countries);
        var culture = Culture.Of(country);
        return Complete(strand, kind, country, _names.Write(strand, culture, dice), People(strand, culture, kind, dice), dice);
    }

    private Title Sequel(Title first, Strand strand, Dice dice)
    {
        var title = Complete(strand, TitleKind.Film, first.Countries[0], _names.WriteSequel(first.Name, strand, dice), first.People, dice);
        return title with { Year = Math.Min(title.AddedAt!.Value.Year, Math.Max(first.Year!.Value + dice.Whole(1, 4), title.Year!.Value)) };
    }

    private Title Complete(Strand strand, TitleKind kind, string country, string name, ImmutableArray<Credit> people, Dice dice)
    {
        var genres = Genres(strand, dice);
        var tags = Tags(strand, dice);
        var added = AddedAt(dice);
        var id = Id(name);
        var (runtime, episodes) = kind == TitleKind.Series ? EpisodeWriter.Write(strand, added, dice) : (FilmRuntime(strand, dice), []);
        return new Title
        {
            Id = new TitleId(id),
            Name = name,
            Kind = kind,
            Year = Year(added, dice),
            RuntimeMinutes = runtime,
            MaturityAge = dice.Pick(strand.Ages),
            Synopsis = SynopsisWriter.Write(strand, kind, genres[0], tags, Culture.Of(country), dice),
            Genres = genres,
            Tags = tags,
            People = people,
            Countries = [country],
            Languages = [Languages.Of(country)],
            Episodes = episodes,
            Artworks = ArtworkWriter.Write(id, strand.Motifs, strand.Palettes, strand.Moods, dice),
            Availability = Availability(country, dice),
            AddedAt = added,
        };
    }

    private static ImmutableArray<string> Genres(Strand strand, Dice dice) =>
        [.. strand.Genres, .. dice.Some(strand.Extra, dice.Chance(0.45) ? 1 : 0)];

    private static ImmutableArray<string> Tags(Strand strand, Dice dice)
    {
        string[] tags =
        [
            .. dice.Some(strand.Moods, dice.Whole(1, 2)),
            dice.Pick(strand.Settings),
            .. dice.Some(strand.Topics, dice.Whole(1, 2)),
            .. dice.Some(strand.Traits, dice.Whole(1, 2)),
        ];
        return [.. tags.Distinct(StringComparer.Ordinal)];
    }

    private ImmutableArray<Credit> People(Strand strand, Culture culture, TitleKind kind, Dice dice)
    {
        var maker = kind == TitleKind.Series ? CreditRole.Creator : CreditRole.Director;
        var people = _troupe.Choose(strand, culture, dice.Whole(4, 7), dice);
        return [.. people.Select((name, i) => new Credit { Name = name, Role = i == 0 ? maker : CreditRole.Cast })];
    }

    private static double FilmRuntime(Strand strand, Dice dice) =>
        strand.ForChildren ? dice.Whole(68, 98) : strand.IsFactual ? dice.Whole(52, 104) : dice.Whole(84, 148);

    /// <summary>Most of the catalogue has been there for long; about one title in eight came within the last two months.</summary>
    private DateTimeOffset AddedAt(Dice dice)
    {
        var days = dice.Chance(0.13) ? (int)(60 * dice.Unit() * dice.Unit()) : dice.Whole(60, 1400);
        return _today.AddDays(-days - 1).AddHours(8);
    }

    private static int Year(DateTimeOffset added, Dice dice)
    {
        var age = dice.Chance(0.35) ? 0 : (int)(-7 * Math.Log(1 - (0.995 * dice.Unit())));
        return added.Year - age;
    }

    /// <summary>Some titles are leaving soon, and some may be shown in a few countries only.</summary>
    private ImmutableArray<AvailabilityWindow> Availability(string country, Dice dice)
    {
        if (dice.Chance(ShareLeavingSoon))
        {
            return [new AvailabilityWindow { Until = _today.AddDays(dice.Whole(4, 45)) }];
        }

        if (!dice.Chance(ShareOfFewCountries))
        {
            return [];
        }

        var countries = dice.Some(Market.All, dice.Whole(3, 6)).Select(market => market.Country).Append(country).Distinct(StringComparer.Ordinal);
        return [.. countries.Select(where => new AvailabilityWindow { Country = where })];
    }

    private string Id(string name)
    {
        var slug = Words.Slug(name);
        var id = slug;
        for (var number = 2; !_ids.Add(id); number++)
        {
            id = $"{slug}-{number}";
        }

        return id;
    }
}
