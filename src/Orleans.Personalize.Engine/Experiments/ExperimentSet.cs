using System.Collections.Immutable;
using Orleans.Personalize.Engine.Pages;
using Orleans.Personalize.Engine.Profiles;
using Orleans.Personalize.Events;
using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Engine.Experiments;

/// <summary>The experiments of a service, and what becomes of them. Immutable.</summary>
public sealed class ExperimentSet
{
    private readonly ImmutableSortedDictionary<string, Experiment> _byId;

    private ExperimentSet(ImmutableSortedDictionary<string, Experiment> byId, long version)
    {
        _byId = byId;
        Version = version;
        Experiments = [.. byId.Values];
    }

    /// <summary>No experiments.</summary>
    public static ExperimentSet Empty { get; } = new(ImmutableSortedDictionary.Create<string, Experiment>(StringComparer.Ordinal), 0);

    /// <summary>All experiments in the ordinal order of their ids, also those that are not started or have ended.</summary>
    public ImmutableArray<Experiment> Experiments { get; }

    /// <summary>Differs from that of the set before every change.</summary>
    public long Version { get; }

    /// <summary>Experiments that were kept.</summary>
    public static ExperimentSet Of(IEnumerable<Experiment> experiments, long version) =>
        new(experiments.ToImmutableSortedDictionary(experiment => experiment.Id.Value, experiment => experiment, StringComparer.Ordinal), version);

    /// <summary>The experiment of an id; null where there is none.</summary>
    public Experiment? Find(ExperimentId id) => id.Value is null ? null : _byId.GetValueOrDefault(id.Value);

    /// <summary>The set with an experiment added or replaced.</summary>
    /// <exception cref="InvalidRequestException">Something is wrong with it, or there are too many.</exception>
    public ExperimentSet Put(Experiment experiment, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var before = Find(experiment.Id);
        var problem = ExperimentChecks.Check(experiment)
            ?? ExperimentChecks.CheckChange(before, experiment, now)
            ?? (before is null && Experiments.Length >= ExperimentList.MaxExperiments ? new Problem("experiment", $"would be one more than {ExperimentList.MaxExperiments}") : null);
        Refuse(problem);
        return With(experiment);
    }

    /// <summary>The set with an experiment that starts now; the set itself where it runs.</summary>
    /// <exception cref="UnknownExperimentException">There is none of this id.</exception>
    /// <exception cref="InvalidRequestException">It has ended, or would run beside another that changes the same option.</exception>
    public ExperimentSet Start(ExperimentId id, DateTimeOffset now)
    {
        var experiment = Find(id) ?? throw new UnknownExperimentException(id);
        if (experiment.StandingAt(now) == ExperimentStanding.Ended) Refuse(new Problem("experiment", "has ended; define another, with another id"));
        return experiment.RunsAt(now) ? this : With(experiment with { Start = now });
    }

    /// <summary>The set with an experiment that ends now; the set itself where it has ended.</summary>
    /// <exception cref="UnknownExperimentException">There is none of this id.</exception>
    /// <exception cref="InvalidRequestException">It has not begun.</exception>
    public ExperimentSet Stop(ExperimentId id, DateTimeOffset now)
    {
        var experiment = Find(id) ?? throw new UnknownExperimentException(id);
        if (experiment.StandingAt(now) == ExperimentStanding.Defined) Refuse(new Problem("experiment", "has not begun"));
        return experiment.RunsAt(now) ? With(experiment with { End = now }) : this;
    }

    /// <summary>The set without an experiment.</summary>
    public ExperimentSet Without(ExperimentId id) => Find(id) is null ? this : new ExperimentSet(_byId.Remove(id.Value), Version + 1);

    /// <summary>Which arm of each experiment a profile is in.</summary>
    public ProfileExperiments Describe(ProfileId profile, DateTimeOffset now) => new()
    {
        Profile = profile,
        Experiments = [.. Experiments.Select(experiment => new ExperimentAssignment
        {
            Experiment = experiment.Id,
            Arm = Assignment.ArmOf(experiment, profile) is { } arm ? experiment.Arms[arm].Name : null,
            Standing = experiment.StandingAt(now),
        })],
    };

    /// <summary>What an event that was accepted means for the experiments that ran when it happened; the host adds it to what was counted.</summary>
    /// <param name="before">What was remembered of the profile before.</param>
    /// <param name="profileEvent">The event.</param>
    public ImmutableArray<(ArmGroup Group, ArmCounts Counts)> Count(ProfileState before, ProfileEvent profileEvent)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(profileEvent);
        if (Experiments.IsEmpty) return [];
        var counts = VisitCounts.Of(before, profileEvent);
        if (counts == default) return [];
        var counted = ImmutableArray.CreateBuilder<(ArmGroup, ArmCounts)>();
        foreach (var experiment in Experiments)
        {
            if (experiment.RunsAt(profileEvent.Time) && Assignment.ArmOf(experiment, profileEvent.Profile) is { } arm)
                counted.Add((new ArmGroup(experiment.Id, arm, Assignment.GroupOf(experiment, profileEvent.Profile)), counts));
        }

        return counted.DrainToImmutable();
    }

    /// <summary>How pages are composed for a profile, and the arms that make it so; null where it is in none.</summary>
    internal (PageOptions Options, ImmutableArray<AssignedArm>? Arms) For(ProfileId profile, DateTimeOffset now, PageOptions usual)
    {
        if (Experiments.IsEmpty) return (usual, null);
        ImmutableArray<AssignedArm>.Builder? arms = null;
        foreach (var experiment in Experiments)
        {
            if (!experiment.RunsAt(now) || Assignment.ArmOf(experiment, profile) is not { } arm) continue;
            usual = OverridableOptions.Apply(usual, experiment.Arms[arm].Options);
            (arms ??= ImmutableArray.CreateBuilder<AssignedArm>()).Add(new AssignedArm(experiment.Id, experiment.Arms[arm].Name));
        }

        return (usual, arms?.DrainToImmutable());
    }

    private ExperimentSet With(Experiment experiment)
    {
        Refuse(ExperimentChecks.CheckBeside(experiment, Experiments));
        return new ExperimentSet(_byId.SetItem(experiment.Id.Value, experiment), Version + 1);
    }

    private static void Refuse(Problem? problem)
    {
        if (problem is not null) throw new InvalidRequestException(problem.Field, problem.Reason);
    }
}
