using Orleans.CodeGeneration;
using Orleans.Concurrency;
using Orleans.Personalize.Households;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>
/// How a profile takes over another. The profile that stays writes down what is to be done, claims the other, which from then on takes no
/// changes, reads it, becomes both in one write, has the other erased, and writes down that all is done. Every step can be repeated: what a
/// crash cuts off is gone on with when either profile is next used, or when the merge is asked for again.
/// </summary>
[Version(1), Alias("op.IMergingProfile")]
public interface IMergingProfile : IGrainWithStringKey
{
    /// <summary>Takes over another profile, once for each operation.</summary>
    [AlwaysInterleave, Alias("Merge")]
    Task<ProfileMerge> MergeAsync(ProfileMergeRequest request);

    /// <summary>Asks the profile to go on with a merge that was cut off.</summary>
    /// <returns>Whether it has one to go on with.</returns>
    [AlwaysInterleave, Alias("GoOnMerging")]
    Task<bool> GoOnMergingAsync(OperationId operation);

    /// <summary>What another profile is to take over.</summary>
    /// <param name="claim">Who takes over.</param>
    /// <param name="target">The settings of that profile.</param>
    /// <param name="keep">Whether this profile stays; if not, it takes no changes until it is erased or released.</param>
    /// <exception cref="InvalidRequestException">The two may not be merged.</exception>
    /// <exception cref="UnavailableException">This profile takes part in another merge now.</exception>
    [AlwaysInterleave, Alias("Offer")]
    Task<MergeOffer> OfferAsync(MergeClaim claim, ProfileSettings target, bool keep);

    /// <summary>Some of the profile's events in the order of arrival.</summary>
    /// <param name="from">How many to leave out.</param>
    [AlwaysInterleave, ReadOnly, Alias("ReadEvents")]
    Task<StoredEvents> ReadEventsAsync(long from);

    /// <summary>Erases the profile where it is claimed by a merge.</summary>
    [AlwaysInterleave, Alias("EraseMerged")]
    Task EraseMergedAsync(OperationId operation);
}
