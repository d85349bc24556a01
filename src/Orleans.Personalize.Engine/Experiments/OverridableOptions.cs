using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Engine.Experiments;

/// <summary>
/// The figures of pages that arms of experiments may change, each with its bounds: how titles are ordered and rows are chosen. What decides what a profile may see, and what it is told
/// about a title, is none of them.
/// </summary>
internal static class OverridableOptions
{
    private static readonly Figure[] Figures =
    [
        new("becauseRows", 0, 12, true, "Most rows that start from one watched title.", o => o.BecauseRows, (o, value) => o with { BecauseRows = (int)value }),
        new("becauseWeight", 0.05, 5, false, "What the worth of rows that start from a watched title is multiplied with.", o => o.BecauseWeight, (o, value) => o with { BecauseWeight = value }),
        new("beyondFoldDiscount", 0.05, 1, false, "What the columns that are not seen without scrolling count besides.", o => o.BeyondFoldDiscount, (o, value) => o with { BeyondFoldDiscount = value }),
        new("columnDiscount", 0.5, 1, false, "What each further column counts of the one before it.", o => o.ColumnDiscount, (o, value) => o with { ColumnDiscount = value }),
        new("communityWeight", 0.05, 5, false, "Weight of what is popular with members of like taste.", o => o.CommunityWeight, (o, value) => o with { CommunityWeight = value }),
        new("discoveryPlace", 0, 40, true, "The latest place of the first row that is there for discovery; 0 leaves it to their worth.", o => o.DiscoveryPlace, (o, value) => o with { DiscoveryPlace = (int)value }),
        new("exploreWeight", 0.05, 5, false, "What the worth of the row of titles unlike the usual is multiplied with.", o => o.ExploreWeight, (o, value) => o with { ExploreWeight = value }),
        new("fatiguePenalty", 0, 10, false, "Standard deviations of score that a title loses when it was seen often, lately, and never touched.", o => o.FatiguePenalty, (o, value) => o with { FatiguePenalty = value }),
        new("fromSearchWeight", 0.05, 5, false, "What the worth of the row from recent searches is multiplied with.", o => o.FromSearchWeight, (o, value) => o with { FromSearchWeight = value }),
        new("hiddenGemsWeight", 0.05, 5, false, "What the worth of the row of good and little-known titles is multiplied with.", o => o.HiddenGemsWeight, (o, value) => o with { HiddenGemsWeight = value }),
        new("householdStrength", 0, 3, false, "Standard deviations of score that a newcomer's household moves a title.", o => o.HouseholdStrength, (o, value) => o with { HouseholdStrength = value }),
        new("microGenreRows", 0, 20, true, "Most rows from a genre with a mood, a region, a trait or a decade.", o => o.MicroGenreRows, (o, value) => o with { MicroGenreRows = (int)value }),
        new("myListWeight", 0.05, 5, false, "What the worth of my list is multiplied with.", o => o.MyListWeight, (o, value) => o with { MyListWeight = value }),
        new("newArrivalsWeight", 0.05, 5, false, "What the worth of the row of new arrivals is multiplied with.", o => o.NewArrivalsWeight, (o, value) => o with { NewArrivalsWeight = value }),
        new("newDays", 1, 365, false, "Days for which a title counts as new on the service.", o => o.NewDays, (o, value) => o with { NewDays = value }),
        new("occasionStrength", 0, 3, false, "Strength of when and on what a page is looked at.", o => o.OccasionStrength, (o, value) => o with { OccasionStrength = value }),
        new("personalShareOfSimilar", 0, 2, false, "How much the profile's own taste reorders similar titles.", o => o.PersonalShareOfSimilar, (o, value) => o with { PersonalShareOfSimilar = value }),
        new("personRows", 0, 8, true, "Most rows about one person.", o => o.PersonRows, (o, value) => o with { PersonRows = (int)value }),
        new("popularWeight", 0.05, 5, false, "What the worth of the row of top picks is multiplied with where nothing is known of the profile.", o => o.PopularWeight, (o, value) => o with { PopularWeight = value }),
        new("rowInterestStrength", 0, 5, false, "Strength of what was learnt by scrolling rows past or along.", o => o.RowInterestStrength, (o, value) => o with { RowInterestStrength = value }),
        new("sameKindDiscount", 0.1, 1, false, "What a row counts for each row of the same kind before it.", o => o.SameKindDiscount, (o, value) => o with { SameKindDiscount = value }),
        new("sameSubjectDiscount", 0.1, 1, false, "What a row counts directly after one of the same genre, mood, origin, trait or decade.", o => o.SameSubjectDiscount, (o, value) => o with { SameSubjectDiscount = value }),
        new("scoreSteepness", 0.2, 4, false, "Steepness with which a score becomes worth.", o => o.ScoreSteepness, (o, value) => o with { ScoreSteepness = value }),
        new("tasteStrength", 0, 3, false, "Weight of a liked theme in the worth of its row.", o => o.TasteStrength, (o, value) => o with { TasteStrength = value }),
        new("topInCountryWeight", 0.05, 5, false, "What the worth of the row of the most watched in the country is multiplied with.", o => o.TopInCountryWeight, (o, value) => o with { TopInCountryWeight = value }),
        new("topPicksWeight", 0.05, 5, false, "What the worth of the row of top picks is multiplied with.", o => o.TopPicksWeight, (o, value) => o with { TopPicksWeight = value }),
        new("trendingWeight", 0.05, 5, false, "What the worth of the trending row is multiplied with.", o => o.TrendingWeight, (o, value) => o with { TrendingWeight = value }),
        new("visitStrength", 0, 12, false, "Strength of what was scrolled past and along since a page began.", o => o.VisitStrength, (o, value) => o with { VisitStrength = value }),
        new("watchAgainDays", 1, 3650, false, "Days after finishing before a title may be offered to be watched again.", o => o.WatchAgainDays, (o, value) => o with { WatchAgainDays = value }),
        new("watchAgainWeight", 0.05, 5, false, "What the worth of the watch-again row is multiplied with.", o => o.WatchAgainWeight, (o, value) => o with { WatchAgainWeight = value }),
    ];

    private static readonly FrozenDictionary<string, Figure> ByName = Figures.ToFrozenDictionary(figure => figure.Name, StringComparer.Ordinal);

    /// <summary>All of them, with what they are where nothing changes them.</summary>
    public static ExperimentOptionList List(PageOptions usual) => new()
    {
        Options = [.. Figures.Select(figure => new ExperimentOption(figure.Name, figure.Read(usual), figure.Least, figure.Most, figure.IsWhole, figure.Summary))],
    };

    /// <summary>What is wrong with a figure for an option; null where nothing is.</summary>
    public static string? Check(string name, double value)
    {
        if (!ByName.TryGetValue(name, out var figure)) return "is no option that an experiment may change";
        if (!(value >= figure.Least && value <= figure.Most)) return string.Create(CultureInfo.InvariantCulture, $"must be from {figure.Least} to {figure.Most}");
        return figure.IsWhole && value != Math.Floor(value) ? "must be a whole number" : null;
    }

    /// <summary>The options with some of them changed. One that this version does not know changes nothing.</summary>
    public static PageOptions Apply(PageOptions options, ImmutableSortedDictionary<string, double> changes)
    {
        foreach (var (name, value) in changes)
        {
            if (ByName.TryGetValue(name, out var figure)) options = figure.Write(options, value);
        }

        return options;
    }

    private sealed record Figure(
        string Name, double Least, double Most, bool IsWhole, string Summary, Func<PageOptions, double> Read, Func<PageOptions, double, PageOptions> Write);
}
