using System.Collections.Immutable;
using Orleans.Personalize.Engine.Households;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Grains.Similarity;
using Orleans.Personalize.Grains.Storage;
using Orleans.Personalize.Households;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>Takes a profile that stays through the steps of a merge, from wherever it stands. Runs in the turns of its grain.</summary>
/// <param name="grains">Finds the other profile.</param>
/// <param name="silo">Decides.</param>
/// <param name="id">The profile that stays.</param>
/// <param name="writer">Its state.</param>
/// <param name="readOwn">Reads all its events.</param>
internal sealed class ProfileMerging(
    IGrainFactory grains, SiloEngine silo, ProfileId id, GroupWriter<ProfileSnapshot> writer, Func<ProfileSnapshot, Task<ImmutableArray<ProfileEvent>>> readOwn)
{
    /// <summary>Makes a merge, or goes on with it.</summary>
    public async Task<ProfileMerge> MergeAsync(ProfileMergeRequest request)
    {
        if (HouseholdRules.Check(request) is { } problem)
            throw new InvalidRequestException(problem.Field, problem.Reason);
        await GoOnAsync();
        var merge = await writer.ChangeAsync(profile => MergeChanges.Begin(profile, request));
        merge = await TakeOverAsync(merge);
        await EndAsync(merge);
        return new ProfileMerge { Profile = id, Operation = merge.Operation, Events = merge.Events!.Value, SourceKept = merge.KeepsSource };
    }

    /// <summary>Goes on with what was cut off; an error leaves it for the next time.</summary>
    public async Task GoOnAsync()
    {
        foreach (var merge in writer.Acknowledged.Merges.Where(merge => merge.Source is not null))
        {
            try
            {
                await EndAsync(await TakeOverAsync(merge));
            }
            catch (Exception error) when (error is UnavailableException or UnknownProfileException or InvalidRequestException or OrleansException or TimeoutException)
            {
                // Told to whoever asked for the merge; who asks again meets it again.
            }
        }
    }

    private async Task<MergeRecord> TakeOverAsync(MergeRecord merge)
    {
        if (merge.Events is not null)
            return merge;
        var source = GrainOf(merge.Source!.Value);
        var offered = false;
        try
        {
            var settings = writer.Acknowledged.Settings ?? throw new UnknownProfileException(id);
            var offer = await source.OfferAsync(new MergeClaim(id, merge.Operation), settings, merge.KeepsSource);
            offered = true;
            return await ApplyAsync(merge, offer, await ReadAsync(source, offer.Events));
        }
        catch (Exception error) when (error is UnknownProfileException or InvalidRequestException || (error is UnavailableException && !offered))
        {
            // It cannot be done, or two profiles want to take over each other. A call beside this one may have come further all the same.
            return await writer.ChangeAsync(profile => MergeChanges.Abandon(profile, merge.Operation)) is { Events: not null } applied
                ? applied
                : throw error switch
                {
                    UnknownProfileException unknown => new UnknownProfileException(unknown.Profile),
                    InvalidRequestException invalid => new InvalidRequestException(invalid.Field ?? "source", invalid.Reason ?? "is refused"),
                    _ => new UnavailableException(error.Message, error),
                };
        }
    }

    private async Task<MergeRecord> ApplyAsync(MergeRecord merge, MergeOffer offer, ImmutableArray<ProfileEvent> events)
    {
        var engine = await silo.AtLeastAsync(0);
        var learnt = ProfileState.Decode(offer.Learnt);
        var own = (await readOwn(writer.Acknowledged)).Select(e => e.Id).ToHashSet();
        ImmutableArray<ProfileEvent> taken = [.. events.Where(e => own.Add(e.Id)).Select(e => e with { Profile = id })];
        return await writer.ChangeAsync(profile => MergeChanges.Apply(profile, merge.Operation, learnt, taken, engine))
            ?? throw new UnavailableException("the merge was given up meanwhile");
    }

    private static async Task<ImmutableArray<ProfileEvent>> ReadAsync(IProfileGrain source, long count)
    {
        var events = ImmutableArray.CreateBuilder<ProfileEvent>();
        while (events.Count < count)
        {
            var part = await source.ReadEventsAsync(events.Count);
            if (part.Count == 0)
                throw new UnavailableException("the profile that is taken over changed meanwhile");
            new EventLines(part.Lines, part.Count).CopyTo(events);
        }

        return [.. events.Take((int)count)];
    }

    private async Task EndAsync(MergeRecord merge)
    {
        if (merge.Source is not { } source)
            return;
        await GrainOf(source).EraseMergedAsync(merge.Operation);
        await writer.ChangeAsync(profile => (MergeChanges.End(profile, merge.Operation), true));
    }

    private IProfileGrain GrainOf(ProfileId profile) => grains.GetGrain<IProfileGrain>(new GrainKey(silo.Tenant, profile.Value).ToString());
}
