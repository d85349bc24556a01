using Orleans.Personalize.Engine;
using Orleans.Personalize.Grains.Households;
using Orleans.Personalize.Households;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Profiles;

/// <content>The profile among others: its account, merges, its end.</content>
internal sealed partial class ProfileGrain
{
    // One change of the account after the other: each must know which account it leaves.
    private readonly SemaphoreSlim _moving = new(1);

    async Task IProfileGrain.PutAsync(ProfileSettings settings)
    {
        if (PersonalizationEngine.Check(settings) is { } problem)
            throw new InvalidRequestException(problem.Field, problem.Reason);
        await SettleClaimAsync();
        await MoveAsync(async before =>
        {
            if (settings.Account is { } joined && joined != before)
                await AccountOf(joined).AddAsync(_id);
            await _writer.ChangeAsync(profile => (ProfileChanges.Put(profile, settings), true));
            if (before is { } left && left != settings.Account)
                await AccountOf(left).ForgetAsync(_id);
            return true;
        });
    }

    Task<HouseholdMember?> IProfileGrain.GetMemberAsync()
    {
        var profile = _writer.Acknowledged;
        if (profile.Settings is null)
            DeactivateOnIdle();
        return Task.FromResult(profile.Settings is { } settings
            ? new HouseholdMember { Settings = settings, LastUsed = profile.Learnt.LastSeen }
            : null);
    }

    Task<ProfileContent?> IProfileGrain.GetContentAsync()
    {
        var profile = _writer.Acknowledged;
        if (profile.Settings is null)
            DeactivateOnIdle();
        return Task.FromResult(profile is { Settings: { } settings, IsDamaged: false } ? new ProfileContent(settings, profile.Learnt.Encode()) : null);
    }

    Task<bool> IProfileGrain.EraseAsync() => EraseAsync(ProfileChanges.Erase);

    Task<ProfileMerge> IMergingProfile.MergeAsync(ProfileMergeRequest request) => _merging.MergeAsync(request);

    async Task<bool> IMergingProfile.GoOnMergingAsync(OperationId operation)
    {
        await _merging.GoOnAsync();
        return MergeChanges.Find(_writer.Acknowledged, operation) is { Source: not null };
    }

    async Task<MergeOffer> IMergingProfile.OfferAsync(MergeClaim claim, ProfileSettings target, bool keep)
    {
        await SettleClaimAsync(except: claim);
        var profile = await _writer.ChangeAsync(present => MergeChanges.Claim(present, _id, claim, target, keep));
        return new MergeOffer(profile.Learnt.Encode(), profile.Archived + profile.Recent.Count + profile.Accepted.Length);
    }

    async Task<StoredEvents> IMergingProfile.ReadEventsAsync(long from)
    {
        SettingsOf(_writer.Acknowledged);
        var profile = _writer.Acknowledged;
        var lines = from < profile.Archived
            ? await _history.ReadFromAsync(profile.Archived, from)
            : profile.Recent.Slice((int)Math.Min(from - profile.Archived, profile.Recent.Count), profile.Recent.Count);
        return new StoredEvents(lines.Bytes, lines.Count);
    }

    Task IMergingProfile.EraseMergedAsync(OperationId operation) => EraseAsync(profile => MergeChanges.Erase(profile, operation));

    private Task<bool> EraseAsync(Func<ProfileSnapshot, (ProfileSnapshot Profile, bool Erased)> erase) => MoveAsync(async account =>
    {
        // First, because afterwards nobody knows any more where it belonged.
        if (account is { } left && erase(_writer.Acknowledged).Erased)
            await AccountOf(left).ForgetAsync(_id);
        return await _writer.ChangeAsync(erase);
    });

    /// <summary>Lets who is taking over this profile go on, or frees the profile where nobody is any more.</summary>
    private async Task SettleClaimAsync(MergeClaim? except = null)
    {
        if (_writer.Acknowledged.Claim is not { } claim || claim == except)
            return;
        var target = GrainFactory.GetGrain<IProfileGrain>(new GrainKey(_silo.Tenant, claim.Target.Value).ToString());
        if (!await target.GoOnMergingAsync(claim.Operation))
            await _writer.ChangeAsync(profile => (profile.Claim == claim ? profile with { Claim = null } : profile, true));
    }

    private async Task<bool> MoveAsync(Func<AccountId?, Task<bool>> move)
    {
        await _moving.WaitAsync();
        try
        {
            return await move(_writer.Acknowledged.Settings?.Account);
        }
        finally
        {
            _moving.Release();
        }
    }

    private IAccountGrain AccountOf(AccountId account) =>
        GrainFactory.GetGrain<IAccountGrain>(new GrainKey(_silo.Tenant, account.Value).ToString());
}
