using System.Collections.Immutable;
using Orleans.Personalize.Demo.Catalogue;
using Orleans.Personalize.Demo.People;
using Orleans.Personalize.Demo.Randomness;
using Orleans.Personalize.Notifications;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Demo.Households;

/// <summary>Invents households and who lives in them.</summary>
internal static class HouseholdWriter
{
    /// <summary>The profiles of all households, those of one household together.</summary>
    public static ImmutableArray<Member> Write(int seed, int households, TitleFeatures titles)
    {
        var members = ImmutableArray.CreateBuilder<Member>();
        var markets = Totals.Of(Market.All, market => market.Weight);
        for (var house = 1; house <= households; house++)
        {
            var dice = Dice.For(seed, "household", house);
            var market = Market.All[dice.Weighted(markets)];
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var persona in Personas(dice))
            {
                members.Add(Invent(members.Count, house, market, persona, names, titles, dice));
            }
        }

        return members.DrainToImmutable();
    }

    /// <summary>Who lives together: singles, couples, families; one to four profiles.</summary>
    private static Persona[] Personas(Dice dice) => dice.Below(10) switch
    {
        < 3 => [Persona.Adult],
        < 5 => [Persona.Adult, Persona.Adult],
        5 => [Persona.Adult, Persona.Child],
        6 => [Persona.Adult, Persona.Adult, Persona.Teen],
        7 => [Persona.Adult, Persona.Adult, Persona.Child],
        8 => [Persona.Adult, Persona.Adult, Persona.Teen, Persona.Child],
        _ => [Persona.Adult, Persona.Adult, Persona.Child, Persona.Child],
    };

    // Nobody's addresses: the domain is kept for examples (RFC 2606).
    private static NotificationSettings Reach(string id, int number) =>
        new() { Email = $"{id}@example.com", PushToken = number % 2 == 0 ? $"demo:{id}" : null };

    private static Member Invent(int number, int house, Market market, Persona persona, HashSet<string> names, TitleFeatures titles, Dice dice)
    {
        var culture = Culture.Of(market.Country);
        string name;
        do
        {
            name = dice.Pick(dice.Chance(0.5) ? culture.Women : culture.Men);
        }
        while (!names.Add(name));
        var id = $"h{house:0000}-{Words.Slug(name)}";
        var settings = new ProfileSettings
        {
            Id = new ProfileId(id),
            Account = new AccountId($"house-{house:0000}"),
            Name = name,
            MaturityLimit = persona switch { Persona.Child => dice.Chance(0.5) ? 7 : 10, Persona.Teen => 14, _ => 21 },
            Kids = persona == Persona.Child,
            Country = market.Country,
            Language = market.Language,
            Notifications = persona == Persona.Adult ? Reach(id, number) : null,
        };
        return new Member(
            number,
            settings,
            market,
            persona,
            new Taste(persona, titles, dice),
            VisitsPerDay: dice.Between(0.1, 0.5),
            Loyalty: dice.Between(0.35, 0.85),
            Commutes: persona == Persona.Adult && dice.Chance(0.3));
    }
}
