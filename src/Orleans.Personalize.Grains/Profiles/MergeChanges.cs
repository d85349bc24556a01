using System.Collections.Immutable;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Households;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Households;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>What a merge changes in its two profiles, each from one snapshot to the next; the same snapshot where nothing changes.</summary>
internal static class MergeChanges
{
    /// <summary>The merges that are remembered after they were done.</summary>
    private const int Remembered = 16;

    /// <summary>Writes down in the profile that stays what is to be done.</summary>
    /// <returns>The profile after, and how far the merge has come.</returns>
    public static (ProfileSnapshot Profile, MergeRecord Merge) Begin(ProfileSnapshot profile, ProfileMergeRequest request)
    {
        if (profile.IsDamaged)
            throw ProfileChanges.Damaged(request.Profile);
        if (profile.Settings is null)
            throw new UnknownProfileException(request.Profile);
        var fingerprint = HouseholdRules.FingerprintOf(request);
        if (Find(profile, request.Operation) is { } known)
        {
            return known.Fingerprint == fingerprint
                ? (profile, known)
                : throw new InvalidRequestException(HouseholdRules.AnotherMerge.Field, HouseholdRules.AnotherMerge.Reason);
        }

        RequireNoOther(profile);
        var merge = new MergeRecord
        {
            Operation = request.Operation,
            Fingerprint = fingerprint,
            KeepsSource = request.KeepSource,
            Source = request.Source,
        };
        return (profile with { Merges = [.. profile.Merges.TakeLast(Remembered - 1), merge] }, merge);
    }

    /// <summary>Takes back what was written down and cannot be done; a merge that got further stays.</summary>
    public static (ProfileSnapshot Profile, MergeRecord? Merge) Abandon(ProfileSnapshot profile, OperationId operation) =>
        Find(profile, operation) is { Events: null } merge ? (profile with { Merges = profile.Merges.Remove(merge) }, null) : (profile, Find(profile, operation));

    /// <summary>Makes the profile both.</summary>
    public static (ProfileSnapshot Profile, MergeRecord? Merge) Apply(
        ProfileSnapshot profile, OperationId operation, ProfileState source, ImmutableArray<ProfileEvent> events, PersonalizationEngine engine)
    {
        if (Find(profile, operation) is not { Events: null } merge)
            return (profile, Find(profile, operation));
        var applied = merge with { Events = events.Length, Source = merge.KeepsSource ? null : merge.Source };
        profile = profile with
        {
            Learnt = engine.Merge(engine.Refresh(profile.Learnt), source),
            Accepted = profile.Accepted.AddRange(events),
            Merges = profile.Merges.Replace(merge, applied),
        };
        return (profile, applied);
    }

    /// <summary>Writes down that nothing is to be done any more.</summary>
    public static ProfileSnapshot End(ProfileSnapshot profile, OperationId operation) =>
        Find(profile, operation) is { Source: not null } merge ? profile with { Merges = profile.Merges.Replace(merge, merge with { Source = null }) } : profile;

    /// <summary>Lets the profile that is taken over be claimed, so that it takes no changes any more.</summary>
    public static (ProfileSnapshot Profile, ProfileSnapshot Claimed) Claim(
        ProfileSnapshot profile, ProfileId id, MergeClaim claim, ProfileSettings target, bool keep)
    {
        if (profile.IsDamaged)
            throw ProfileChanges.Damaged(id);
        if (profile.Settings is not { } settings)
            throw new UnknownProfileException(id);
        if (HouseholdRules.CheckMerge(target, settings) is { } problem)
            throw new InvalidRequestException(problem.Field, problem.Reason);
        if (profile.Claim == claim)
            return (profile, profile);
        RequireNoOther(profile);
        var claimed = keep ? profile : profile with { Claim = claim };
        return (claimed, claimed);
    }

    /// <summary>Erases the profile that is taken over, where the merge claimed it or an erasure was cut off.</summary>
    public static (ProfileSnapshot Profile, bool Erased) Erase(ProfileSnapshot profile, OperationId operation) =>
        profile.Erasing || profile.Claim?.Operation == operation ? ProfileChanges.Erase(profile) : (profile, false);

    /// <summary>A merge that a profile makes or made.</summary>
    public static MergeRecord? Find(ProfileSnapshot profile, OperationId operation) =>
        profile.Merges.FirstOrDefault(merge => merge.Operation == operation);

    /// <summary>Refuses what would change a profile that is being taken over.</summary>
    /// <exception cref="UnavailableException">It is.</exception>
    public static void RequireUnclaimed(ProfileSnapshot profile)
    {
        if (profile.Claim is not null)
            throw new UnavailableException("the profile is being merged into another");
    }

    private static void RequireNoOther(ProfileSnapshot profile)
    {
        RequireUnclaimed(profile);
        if (profile.Merges.Any(merge => merge.Source is not null))
            throw new UnavailableException("the profile is being merged with another");
    }
}
