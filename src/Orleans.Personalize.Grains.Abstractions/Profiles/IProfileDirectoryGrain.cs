using System.Collections.Immutable;
using Orleans.CodeGeneration;
using Orleans.Concurrency;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>
/// One of the <see cref="ProfileDirectory.Shards"/> parts of a tenant's list of profiles; the key is the tenant and the part's number.
/// </summary>
/// <remarks>All calls interleave; concurrent changes share one write.</remarks>
[Version(1), Alias("op.IProfileDirectoryGrain")]
public interface IProfileDirectoryGrain : IGrainWithStringKey
{
    /// <summary>Adds a profile or replaces its entry.</summary>
    [AlwaysInterleave, Alias("Put")]
    Task PutAsync(ProfileSettings settings);

    /// <summary>Takes a profile off the list.</summary>
    [AlwaysInterleave, Alias("Remove")]
    Task RemoveAsync(ProfileId profile);

    /// <summary>Profiles of this part, in the ordinal order of their ids.</summary>
    /// <param name="query">Which; the count is not limited here.</param>
    [AlwaysInterleave, ReadOnly, Alias("List")]
    Task<ImmutableArray<ProfileSettings>> ListAsync(ProfileQuery query);

    /// <summary>The settings of a profile of this part; null where it is not on the list.</summary>
    [AlwaysInterleave, ReadOnly, Alias("Find")]
    Task<ProfileSettings?> FindAsync(ProfileId profile);

    /// <summary>The profiles of this part that stand first in the order of drawing a sample.</summary>
    /// <param name="count">How many at most.</param>
    [AlwaysInterleave, ReadOnly, Alias("Draw")]
    Task<DrawnProfiles> DrawAsync(int count);
}
