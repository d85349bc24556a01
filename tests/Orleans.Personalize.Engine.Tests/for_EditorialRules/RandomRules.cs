using Orleans.Personalize.Engine.Rules;
using Orleans.Personalize.Engine.Tests.TestWorlds;
using Orleans.Personalize.Events;
using Orleans.Personalize.Pages;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Engine.Tests.for_EditorialRules;

/// <summary>Many rules of all kinds, drawn from a seed, for a <see cref="RandomWorld"/>; nothing is wrong with any of them.</summary>
internal static class RandomRules
{
    private static readonly string[] Rows = ["top-picks", "trending", "continue-watching", "my-list", "genre:drama", "new-arrivals"];
    private static readonly string[] Filters = ["genre:drama", "year>=1990 and not tag:witty", "maturity>=12", "not genre:nothing"];

    public static RuleSet Of(int seed, RandomWorld world)
    {
        var random = new Random(seed);
        var titles = Enumerable.Range(0, world.World.Catalog.Count).Select(number => world.World.Catalog[number]?.Id).OfType<TitleId>().ToArray();
        var rules = RuleSet.Of(Enumerable.Range(0, random.Next(8)).Select(number => Next(number, titles, random)), version: 1);
        Assert.All(rules.Rules, rule => Assert.Null(world.World.Engine.Check(rule)));
        return rules;
    }

    private static EditorialRule Next(int number, TitleId[] titles, Random random)
    {
        var rule = new EditorialRule
        {
            Id = new RuleId($"r{number}"),
            Action = (RuleAction)random.Next(4),
            Priority = random.Next(-2, 3),
            Kids = random.Next(4) == 0 ? random.Next(2) == 0 : null,
            Devices = random.Next(4) == 0 ? [DeviceKind.Tv] : [],
            Start = random.Next(4) == 0 ? TestWorld.Now.AddDays(random.Next(-2, 2)) : null,
        };
        var some = titles.Where(_ => random.Next(titles.Length) < 6).Take(20).ToArray();
        switch (rule.Action)
        {
            case RuleAction.Pin when some.Length == 0 || random.Next(3) == 0:
                return rule with { Row = new RowId(Rows[random.Next(Rows.Length)]), Place = random.Next(1, 12) };
            case RuleAction.Pin:
                return rule with { Titles = [.. some], Place = random.Next(1, 12), Row = random.Next(2) == 0 ? null : new RowId(Rows[random.Next(Rows.Length)]) };
            case RuleAction.Cap:
                return rule with { Filter = Filters[random.Next(Filters.Length)], Limit = random.Next(12) };
            default:
                rule = rule with { Strength = random.Next(2) == 0 ? null : 1 + (4 * random.NextDouble()) };
                return (some.Length == 0 ? 1 + random.Next(2) : random.Next(3)) switch
                {
                    0 => rule with { Titles = [.. some] },
                    1 => rule with { Filter = Filters[random.Next(Filters.Length)] },
                    _ => rule with { RowKind = (RowKind)random.Next(15) },
                };
        }
    }
}
