using System.Collections.Immutable;
using Orleans.Personalize.Demo.Catalogue;
using Orleans.Personalize.Demo.Randomness;

namespace Orleans.Personalize.Demo.Households;

/// <summary>What everybody talks about on a day: what came lately, and now and then something old that is suddenly in fashion.</summary>
internal sealed class Buzz
{
    private const int LongestList = 40;
    private const double NoveltyDays = 8;
    private const double FashionDays = 4;
    private const int DaysBetweenFashions = 5;
    private readonly (int Title, double Weight)[][] _days;

    /// <summary>Foresees a stretch of days.</summary>
    /// <param name="seed">The world's seed.</param>
    /// <param name="titles">All titles.</param>
    /// <param name="first">The first day's beginning.</param>
    /// <param name="days">How many days.</param>
    public Buzz(int seed, ImmutableArray<DemoTitle> titles, DateTimeOffset first, int days)
    {
        var dice = Dice.For(seed, "buzz");
        var fashions = new List<(int Title, int Day)>();
        _days = new (int, double)[days][];
        for (var day = 0; day < days; day++)
        {
            if (day % DaysBetweenFashions == 0)
            {
                fashions.Add((dice.Below(titles.Length), day));
            }

            _days[day] = ListOf(titles, fashions, first.AddDays(day), day);
        }
    }

    /// <summary>The titles talked about on a day, with positive weights.</summary>
    public ReadOnlySpan<(int Title, double Weight)> Of(int day) => _days[day];

    private static (int Title, double Weight)[] ListOf(
        ImmutableArray<DemoTitle> titles, List<(int Title, int Day)> fashions, DateTimeOffset date, int day)
    {
        var weights = new Dictionary<int, double>();
        for (var i = 0; i < titles.Length; i++)
        {
            var age = (date - titles[i].AddedAt).TotalDays;
            if (age is >= 0 and < 4 * NoveltyDays)
            {
                weights[i] = titles[i].Appeal * Math.Exp(-age / NoveltyDays);
            }
        }

        foreach (var (title, since) in fashions.Where(fashion => titles[fashion.Title].AddedAt <= date))
        {
            weights[title] = weights.GetValueOrDefault(title) + (6 * Math.Exp(-(day - since) / FashionDays));
        }

        return
        [
            .. weights
                .Select(entry => (entry.Key, entry.Value))
                .OrderByDescending(entry => entry.Value)
                .ThenBy(entry => entry.Key)
                .Take(LongestList),
        ];
    }
}
