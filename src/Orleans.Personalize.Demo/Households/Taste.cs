using Orleans.Personalize.Demo.Catalogue;
using Orleans.Personalize.Demo.Randomness;

namespace Orleans.Personalize.Demo.Households;

/// <summary>What a profile likes: a few strands above all, and with them genres, tags and people.</summary>
internal sealed class Taste
{
    private readonly double[] _strands;
    private readonly float[] _features;
    private readonly TitleFeatures _titles;

    /// <summary>Invents a taste.</summary>
    public Taste(Persona persona, TitleFeatures titles, Dice dice)
    {
        _titles = titles;
        _strands = [.. Strand.All.Select(_ => dice.Between(-0.15, 0.2))];
        _features = new float[titles.Count];
        var totals = Totals.Of(Strand.All, strand => strand.Weight * Suits(strand, persona));
        var favourites = Enumerable.Range(0, dice.Whole(2, 4)).Select(_ => dice.Weighted(totals)).Distinct().ToArray();
        for (var i = 0; i < favourites.Length; i++)
        {
            Favour(favourites[i], dice.Between(0.75, 1) - (0.08 * i), dice);
        }

        var disliked = dice.Pick(Strand.All);
        Add(titles.Tag(dice.Pick(disliked.Moods)), -0.5);
    }

    /// <summary>How much it likes a title, in [0,1].</summary>
    public double Of(int title)
    {
        var made = _titles.Titles[title];
        var sum = (1.4 * _strands[made.Strand]) + (0.8 * (made.Quality - 0.5));
        foreach (var feature in _titles.Of(title))
        {
            sum += _features[feature];
        }

        return 1 / (1 + Math.Exp(-3 * (sum - 1.3)));
    }

    private void Favour(int strand, double strength, Dice dice)
    {
        var favourite = Strand.All[strand];
        _strands[strand] = Math.Max(_strands[strand], strength);
        foreach (var genre in favourite.Genres)
        {
            Add(_titles.Genre(genre), 0.28 * strength);
        }

        foreach (var tag in dice.Some([.. favourite.Moods, .. favourite.Settings, .. favourite.Topics, .. favourite.Traits], 4))
        {
            Add(_titles.Tag(tag), dice.Between(0.15, 0.35) * strength);
        }

        var known = _titles.ByStrand[strand].ToArray();
        for (var i = 0; i < 2 && known.Length > 0; i++)
        {
            var people = _titles.Titles[dice.Pick(known)].Title.People;
            Add(_titles.Person(people[dice.Below(Math.Min(3, people.Length))].Name), 0.5);
        }
    }

    private void Add(int feature, double weight)
    {
        if (feature >= 0)
        {
            _features[feature] += (float)weight;
        }
    }

    /// <summary>How likely a strand is somebody's favourite, by age.</summary>
    private static double Suits(Strand strand, Persona persona) => persona switch
    {
        Persona.Child => strand.ForChildren ? 6 : strand.Key == "nature-documentary" ? 1.5 : 0.02,
        Persona.Teen => strand.Key is "teen-drama" or "anime" or "urban-fantasy" or "superheroes" or "high-fantasy" or "sitcom" ? 4
            : strand.Ages.Min() <= 14 && !strand.ForChildren ? 0.8
            : 0.15,
        _ => strand.ForChildren ? 0.1 : strand.Key == "teen-drama" ? 0.5 : 1.2,
    };
}
