using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Personalize.Engine.Households;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Grains.Households;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>
/// The siblings of one profile, as long as it is new to its household: asked for when they are needed first, and again after a while. Not part of the
/// state, does not survive deactivation; a profile that is known well asks nobody.
/// </summary>
internal sealed class SiblingWatch(IGrainFactory grains, string tenant, TimeProvider time, ILogger logger)
{
    /// <summary>How long what siblings like is taken for what they still like, and a household that cannot be asked is not asked again.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(10);

    /// <summary>How long an answer waits for them; it is given without them then, and the next one has them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private Task<ImmutableArray<Sibling>> _siblings = Task.FromResult(ImmutableArray<Sibling>.Empty);
    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;
    private ProfileSettings? _askedFor;

    /// <summary>The siblings that matter to an answer; none where none do.</summary>
    public async ValueTask<ImmutableArray<Sibling>> OfAsync(ProfileSettings newcomer, ProfileState state)
    {
        if (!HouseholdTaste.Concerns(newcomer, state))
        {
            (_siblings, _askedFor) = (Task.FromResult(ImmutableArray<Sibling>.Empty), null);
            return [];
        }

        if (!ReferenceEquals(_askedFor, newcomer) || time.GetUtcNow() - _askedAt >= Lasting)
        {
            (_askedFor, _askedAt) = (newcomer, time.GetUtcNow());
            _siblings = AskAsync(newcomer);
        }

        try
        {
            return await _siblings.WaitAsync(Patience, time);
        }
        catch (TimeoutException)
        {
            return [];
        }
    }

    private async Task<ImmutableArray<Sibling>> AskAsync(ProfileSettings newcomer)
    {
        try
        {
            var household = await grains.GetGrain<IAccountGrain>(new GrainKey(tenant, newcomer.Account!.Value.Value).ToString()).GetAsync();
            var contents = await Task.WhenAll(household.Profiles
                .Where(member => HouseholdTaste.MayBeShared(newcomer, member.Settings))
                .Select(member => grains.GetGrain<IProfileGrain>(new GrainKey(tenant, member.Settings.Id.Value).ToString()).GetContentAsync()));
            return [.. contents.OfType<ProfileContent>().Select(content => new Sibling(content.Settings, ProfileState.Decode(content.Learnt)))];
        }
        catch (Exception error)
        {
            StorageLog.HouseholdUnknown(logger, error, newcomer.Id);
            return [];
        }
    }
}
