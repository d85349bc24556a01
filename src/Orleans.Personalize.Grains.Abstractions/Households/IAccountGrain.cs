using Orleans.CodeGeneration;
using Orleans.Concurrency;
using Orleans.Personalize.Households;

namespace Orleans.Personalize.Grains.Households;

/// <summary>
/// The list of one account's profiles; the key is <see cref="GrainKey"/>. The profiles' own grains say who belongs to it: a profile is put
/// on the list before it says so and taken off before it ends, so the list may name one too many and never one too few.
/// </summary>
/// <remarks>All calls interleave; concurrent changes share one write.</remarks>
[Version(1), Alias("op.IAccountGrain")]
public interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>Puts a profile on the list.</summary>
    /// <exception cref="InvalidRequestException">The account has no room for one more.</exception>
    [AlwaysInterleave, Alias("Add")]
    Task AddAsync(ProfileId profile);

    /// <summary>Takes a profile off the list.</summary>
    [AlwaysInterleave, Alias("Forget")]
    Task ForgetAsync(ProfileId profile);

    /// <summary>The profiles that say they belong to it.</summary>
    [AlwaysInterleave, ReadOnly, Alias("Get")]
    Task<Household> GetAsync();
}
