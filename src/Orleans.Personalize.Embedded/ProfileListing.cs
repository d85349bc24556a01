using Orleans.Personalize.Embedded.Storage;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Embedded;

/// <summary>Lists profiles page by page.</summary>
internal static class ProfileListing
{
    private const int MaxCount = 1000;
    private const int MaxFilter = 200;

    public static ProfileList List(Readers readers, ProfileQuery query)
    {
        if (query.Count is < 1 or > MaxCount)
            throw new InvalidRequestException("count", $"must be 1 to {MaxCount}");
        if (query.Filter is { Length: > MaxFilter })
            throw new InvalidRequestException("filter", $"must be at most {MaxFilter} characters");

        // One more than wanted tells whether there is more.
        var profiles = readers.Use(reader => reader.ListProfiles(query.After?.Value ?? string.Empty, query.Filter ?? string.Empty, query.Count + 1));
        return profiles.Length <= query.Count
            ? new ProfileList { Profiles = profiles }
            : new ProfileList { Profiles = profiles[..query.Count], Next = profiles[query.Count - 1].Id };
    }
}
