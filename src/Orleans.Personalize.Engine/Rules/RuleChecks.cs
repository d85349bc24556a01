using System.Collections.Immutable;
using Orleans.Personalize.Engine.Filters;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Rules;

namespace Orleans.Personalize.Engine.Rules;

/// <summary>Which rules make sense; the first wrong property is named.</summary>
internal static class RuleChecks
{
    private const int MostTitles = 100;
    private const int MostCountries = 250;
    private const int MostCommunities = 100;
    private const int LongestCommunity = 64;
    private const int LongestName = 200;
    private const int LongestText = 100;
    private const int LastRow = 40;
    private const int LastColumn = 75;
    private const int HighestLimit = 500;
    private const double GreatestStrength = 5;
    private const int GreatestPriority = 1000;

    /// <summary>Looks for what is wrong with a rule.</summary>
    /// <returns>Null where nothing is wrong.</returns>
    public static Problem? Check(EditorialRule rule, Catalog catalog)
    {
        if (rule.Id.Value is null) return new Problem("id", "is required");
        return CheckForm(rule) ?? CheckTarget(rule) ?? CheckTitles(rule, catalog) ?? CheckFilter(rule.Filter);
    }

    private static Problem? CheckForm(EditorialRule rule) =>
        !Enum.IsDefined(rule.Action) ? new Problem("action", "is not a known action")
        : rule.RowKind is { } kind && !Enum.IsDefined(kind) ? new Problem("rowKind", "is not a known kind of row")
        : rule.Name is { Length: 0 or > LongestName } ? new Problem("name", $"must be 1 to {LongestName} characters")
        : rule.Text is { Length: 0 or > LongestText } ? new Problem("text", $"must be 1 to {LongestText} characters")
        : rule.Priority is < -GreatestPriority or > GreatestPriority
            ? new Problem("priority", $"must be from -{GreatestPriority} to {GreatestPriority}")
        : rule.Strength is { } strength && !(strength > 0 && strength <= GreatestStrength)
            ? new Problem("strength", $"must be above 0 and at most {GreatestStrength}")
        : rule.Limit is < 0 or > HighestLimit ? new Problem("limit", $"must be from 0 to {HighestLimit}")
        : rule.End <= rule.Start ? new Problem("end", "must be later than the start")
        : CheckScope(rule);

    private static Problem? CheckScope(EditorialRule rule)
    {
        if (!rule.Countries.IsDefault && rule.Countries.Length > MostCountries) return new Problem("countries", $"must be at most {MostCountries}");
        if (!rule.Countries.IsDefault && rule.Countries.Any(country => !CountryCode.IsValid(country)))
            return new Problem("countries", CountryCode.Reason);
        if (!rule.Communities.IsDefault && rule.Communities.Length > MostCommunities) return new Problem("communities", $"must be at most {MostCommunities}");
        if (!rule.Communities.IsDefault && rule.Communities.Any(community => community is not { Length: > 0 and <= LongestCommunity }))
            return new Problem("communities", $"must be ids of 1 to {LongestCommunity} characters");
        return !rule.Devices.IsDefault && rule.Devices.Any(device => !Enum.IsDefined(device))
            ? new Problem("devices", "has one that is not a known kind of device")
            : null;
    }

    private static Problem? CheckTarget(EditorialRule rule)
    {
        var hasTitles = !rule.Titles.IsDefaultOrEmpty;
        if (rule.Action != RuleAction.Pin && rule.Place is not null) return new Problem("place", "is for pins only");
        if (rule.Action is not (RuleAction.Boost or RuleAction.Bury) && rule.Strength is not null)
            return new Problem("strength", "is for boost and bury only");
        if (rule.Action != RuleAction.Cap && rule.Limit is not null) return new Problem("limit", "is for caps only");
        if (rule.Action is RuleAction.Pin)
        {
            if (rule.Filter is not null) return new Problem("filter", "is not for pins; name the titles");
            if (rule.RowKind is not null) return new Problem("rowKind", "is not for pins; name the row");
            if (!hasTitles && rule.Row is null) return new Problem("titles", "must name the titles to pin, or row the row");
            var last = hasTitles ? LastColumn : LastRow;
            return rule.Place is >= 1 && rule.Place <= last ? null : new Problem("place", $"must be 1 to {last}");
        }

        if (rule.Action is RuleAction.Cap)
        {
            if (rule.Row is not null) return new Problem("row", "is not for caps");
            if (rule.RowKind is not null) return new Problem("rowKind", "is not for caps");
            if (rule.Limit is null) return new Problem("limit", "is required for a cap");
        }

        var targets = (hasTitles ? 1 : 0) + (rule.Filter is null ? 0 : 1) + (rule.Row is null ? 0 : 1) + (rule.RowKind is null ? 0 : 1);
        return targets == 1 ? null : new Problem("titles", "must be given, or else one of filter, row and rowKind, and not more than one of them");
    }

    private static Problem? CheckTitles(EditorialRule rule, Catalog catalog)
    {
        var titles = rule.Titles.IsDefault ? ImmutableArray<TitleId>.Empty : rule.Titles;
        if (titles.Length > MostTitles) return new Problem("titles", $"must be at most {MostTitles}");
        for (var i = 0; i < titles.Length; i++)
        {
            if (titles[i].Value is null || !catalog.TryGetNumber(titles[i], out _)) return new Problem($"titles[{i}]", $"there is no title '{titles[i]}'");
        }

        return null;
    }

    private static Problem? CheckFilter(string? filter)
    {
        if (filter is null) return null;
        try
        {
            TitleFilter.Parse(filter);
            return null;
        }
        catch (InvalidRequestException error)
        {
            return new Problem("filter", error.Reason ?? error.Message);
        }
    }
}
