using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>Which profiles a query means.</summary>
internal static class ProfileQueryFilter
{
    /// <summary>Whether a profile comes after the query's cursor and contains its text in id or name, whatever the case.</summary>
    public static bool Matches(this ProfileQuery query, ProfileSettings profile) =>
        (query.After is not { } after || string.CompareOrdinal(profile.Id.Value, after.Value) > 0)
        && (string.IsNullOrEmpty(query.Filter)
            || profile.Id.Value.Contains(query.Filter, StringComparison.OrdinalIgnoreCase)
            || profile.Name.Contains(query.Filter, StringComparison.OrdinalIgnoreCase));
}
