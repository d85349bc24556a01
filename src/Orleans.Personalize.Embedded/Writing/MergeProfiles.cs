using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Households;
using Orleans.Personalize.Households;

namespace Orleans.Personalize.Embedded.Writing;

/// <summary>Lets a profile take over another, all in one transaction. The answer is the merge, or why it cannot be.</summary>
internal sealed class MergeProfiles(ProfileMergeRequest request) : AnsweredWrite<(ProfileMerge? Merge, Exception? Refusal)>
{
    public override bool EmptiesLog => !request.KeepSource;

    protected override (ProfileMerge? Merge, Exception? Refusal) Work(WriteGroup group)
    {
        if (group.Find(request.Profile) is not { } target)
            return (null, new UnknownProfileException(request.Profile));
        var fingerprint = HouseholdRules.FingerprintOf(request);
        if (group.FindMerge(target, request.Operation) is { } done)
            return done.Fingerprint == fingerprint ? (Merged(done.Events), null) : Refused(HouseholdRules.AnotherMerge);
        if (group.Find(request.Source) is not { } source)
            return (null, new UnknownProfileException(request.Source));
        if (HouseholdRules.CheckMerge(target.Settings, source.Settings) is { } problem)
            return Refused(problem);

        group.SetState(target, group.Engine.Merge(group.Engine.Refresh(target.State), source.State));
        var events = group.TakeEvents(target, source, request.KeepSource);
        group.AddMerge(target, request.Operation, fingerprint, events);
        if (!request.KeepSource)
            group.Erase(request.Source);
        return (Merged(events), null);
    }

    private static (ProfileMerge? Merge, Exception? Refusal) Refused(Problem problem) => (null, new InvalidRequestException(problem.Field, problem.Reason));

    private ProfileMerge Merged(int events) =>
        new() { Profile = request.Profile, Operation = request.Operation, Events = events, SourceKept = request.KeepSource };
}
