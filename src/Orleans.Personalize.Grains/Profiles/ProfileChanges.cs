using System.Collections.Immutable;
using Orleans.Personalize.Engine;
using Orleans.Personalize.Engine.Experiments;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Engine.Titles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Profiles;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>The changes of a profile, each from one snapshot to the next; the same snapshot where nothing changes.</summary>
internal static class ProfileChanges
{
    /// <summary>Applies events one after the other.</summary>
    /// <param name="profile">The profile before.</param>
    /// <param name="id">Whose grain this is.</param>
    /// <param name="events">The events.</param>
    /// <param name="recorded">What was recorded lately.</param>
    /// <param name="engine">Decides.</param>
    /// <param name="experiments">What operators try.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>The profile after, and a receipt for each event.</returns>
    /// <exception cref="UnavailableException">The profile's state is damaged, or it is being merged into another.</exception>
    public static (ProfileSnapshot Profile, ImmutableArray<EventReceipt> Receipts) Record(
        ProfileSnapshot profile, ProfileId id, ImmutableArray<ProfileEvent> events, RecordedIds recorded, PersonalizationEngine engine, ExperimentSet experiments, DateTimeOffset now)
    {
        if (profile.IsDamaged)
            throw Damaged(id);
        if (profile.Settings is not { } settings)
            return (profile, [.. events.Select(e => Rejected(e, new Problem("profile", $"there is no profile '{id}'")))]);

        MergeChanges.RequireUnclaimed(profile);
        var learnt = engine.Refresh(profile.Learnt);
        var receipts = ImmutableArray.CreateBuilder<EventReceipt>(events.Length);
        var accepted = ImmutableArray.CreateBuilder<ProfileEvent>();
        var outcomes = ImmutableArray.CreateBuilder<TitleOutcome>();
        var tried = ImmutableArray.CreateBuilder<(ArmGroup, ArmCounts)>();
        foreach (var profileEvent in events)
        {
            if (engine.Check(profileEvent, now) is { } problem)
            {
                receipts.Add(Rejected(profileEvent, problem));
                continue;
            }

            if (recorded.Contains(profileEvent.Id) || IsAmong(profile.Accepted, accepted, profileEvent.Id) || engine.Apply(learnt, settings, profileEvent) is not { IsDuplicate: false } transition)
            {
                receipts.Add(new EventReceipt(profileEvent.Id, EventOutcome.Duplicate));
                continue;
            }

            receipts.Add(new EventReceipt(profileEvent.Id, EventOutcome.Accepted));
            tried.AddRange(experiments.Count(learnt, profileEvent));
            learnt = transition.State;
            accepted.Add(profileEvent);
            outcomes.AddRange(transition.Outcomes);
        }

        if (accepted.Count > 0)
        {
            profile = profile with
            {
                Learnt = learnt,
                Accepted = profile.Accepted.AddRange(accepted),
                Outcomes = profile.Outcomes.AddRange(outcomes),
                Tried = profile.Tried.AddRange(tried),
            };
        }

        return (profile, receipts.DrainToImmutable());
    }

    /// <summary>Creates the profile or changes its settings.</summary>
    /// <exception cref="UnavailableException">The profile's state is damaged, or it is being merged into another.</exception>
    public static ProfileSnapshot Put(ProfileSnapshot profile, ProfileSettings settings)
    {
        if (profile.IsDamaged)
            throw Damaged(settings.Id);
        if (settings == profile.Settings)
            return profile;
        MergeChanges.RequireUnclaimed(profile);
        return profile with { Settings = settings, Unlisted = true };
    }

    /// <summary>Begins an erasure, or goes on with one that was cut off.</summary>
    /// <returns>The profile after, and whether there was something to erase.</returns>
    public static (ProfileSnapshot Profile, bool Erased) Erase(ProfileSnapshot profile) =>
        profile.Settings is not null || profile.Erasing || profile.IsDamaged
            ? (new ProfileSnapshot { Erasing = true, Archived = profile.Archived, Life = profile.Life }, true)
            : (profile, false);

    /// <summary>The error for everything but an erasure of a profile whose state cannot be read.</summary>
    public static UnavailableException Damaged(ProfileId id) => new($"the state of the profile '{id}' is damaged");

    /// <summary>Whether an event of the same id waits for this very write. What was learnt knows the latest of them; who sends more at once is rare.</summary>
    private static bool IsAmong(ImmutableArray<ProfileEvent> waiting, ImmutableArray<ProfileEvent>.Builder accepted, EventId id) =>
        waiting.Length + accepted.Count >= ProfileState.RememberedEvents && (waiting.Any(other => other.Id == id) || accepted.Any(other => other.Id == id));

    private static EventReceipt Rejected(ProfileEvent profileEvent, Problem problem)
    {
        EventId? id = profileEvent.Id.Value is null ? null : profileEvent.Id;
        return new EventReceipt(id, EventOutcome.Rejected, problem.Field, problem.Reason);
    }
}
