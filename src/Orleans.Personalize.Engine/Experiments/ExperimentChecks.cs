using System.Collections.Immutable;
using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Engine.Experiments;

/// <summary>Which experiments make sense; the first wrong property is named.</summary>
internal static class ExperimentChecks
{
    private const int LongestName = 200;
    private const int LongestSalt = 100;
    private const int LongestArm = 64;
    private const double Rounding = 1e-9;

    // Clocks of callers may be a little slow.
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(5);

    /// <summary>Looks for what is wrong with an experiment by itself.</summary>
    /// <returns>Null where nothing is wrong.</returns>
    public static Problem? Check(Experiment experiment) =>
        experiment.Id.Value is null ? new Problem("id", "is required")
        : experiment.Name is { Length: 0 or > LongestName } ? new Problem("name", $"must be 1 to {LongestName} characters")
        : experiment.Salt is { Length: 0 or > LongestSalt } || experiment.Salt?.Any(char.IsControl) == true
            ? new Problem("salt", $"must be 1 to {LongestSalt} characters and no control characters")
        : experiment.End is not null && experiment.Start is null ? new Problem("end", "is for an experiment with a start only")
        : experiment.End <= experiment.Start ? new Problem("end", "must be later than the start")
        : CheckArms(experiment.Arms);

    /// <summary>Looks for what is wrong with putting an experiment in the place of another, or of none.</summary>
    public static Problem? CheckChange(Experiment? before, Experiment after, DateTimeOffset now)
    {
        if (before is null || before.StandingAt(now) == ExperimentStanding.Defined)
        {
            return after.Start < now - Slow ? new Problem("start", "must not be in the past")
                : after.End <= now ? new Problem("end", "must not be in the past")
                : null;
        }

        if (!AreSame(before.Arms, after.Arms)) return new Problem("arms", "cannot change once the experiment has begun: what was counted would belong to other arms");
        if (before.Salt != after.Salt) return new Problem("salt", "cannot change once the experiment has begun: profiles would change their arms");
        if (before.Start != after.Start) return new Problem("start", "cannot change once the experiment has begun");
        if (before.End == after.End) return null;
        return before.End <= now ? new Problem("end", "cannot change once the experiment has ended: profiles were without it meanwhile")
            : after.End <= now ? new Problem("end", "must not be in the past; stop the experiment instead")
            : null;
    }

    /// <summary>Looks for another experiment that changes the same options at the same time.</summary>
    public static Problem? CheckBeside(Experiment experiment, IEnumerable<Experiment> others)
    {
        var options = OptionsOf(experiment).ToHashSet(StringComparer.Ordinal);
        foreach (var other in others)
        {
            if (other.Id != experiment.Id && experiment.Overlaps(other) && OptionsOf(other).FirstOrDefault(options.Contains) is { } both)
                return new Problem("arms", $"change '{both}', as the experiment '{other.Id}' does at the same time");
        }

        return null;
    }

    private static IEnumerable<string> OptionsOf(Experiment experiment) => experiment.Arms.SelectMany(arm => arm.Options.Keys);

    private static Problem? CheckArms(ImmutableArray<ExperimentArm> arms)
    {
        if (arms.IsDefault || arms.Length is < Experiment.MinArms or > Experiment.MaxArms)
            return new Problem("arms", $"must be {Experiment.MinArms} to {Experiment.MaxArms}");
        for (var i = 0; i < arms.Length; i++)
        {
            if (Check(arms[i]) is { } problem) return new Problem($"arms[{i}].{problem.Field}", problem.Reason);
            if (arms.Take(i).Any(arm => string.Equals(arm.Name, arms[i].Name, StringComparison.OrdinalIgnoreCase)))
                return new Problem($"arms[{i}].name", $"'{arms[i].Name}' is the name of another arm");
        }

        return arms.Sum(arm => arm.Share) > 1 + Rounding ? new Problem("arms", "have shares of more than 1 together")
            : arms.All(arm => arm.Options.IsEmpty) ? new Problem("arms", "change nothing: at least one must have options")
            : null;
    }

    private static Problem? Check(ExperimentArm? arm)
    {
        if (arm is null) return new Problem("name", "is required");
        if (!IdRules.IsValid(arm.Name, LongestArm)) return new Problem("name", IdRules.Reason(LongestArm));
        if (!(arm.Share > 0 && arm.Share <= 1)) return new Problem("share", "must be above 0 and at most 1");
        if (arm.Options is null) return new Problem("options", "must not be null");
        foreach (var (name, value) in arm.Options)
        {
            if (OverridableOptions.Check(name, value) is { } reason) return new Problem($"options.{name}", reason);
        }

        return null;
    }

    private static bool AreSame(ImmutableArray<ExperimentArm> one, ImmutableArray<ExperimentArm> other) =>
        one.Length == other.Length && one.Zip(other).All(pair =>
            (pair.First.Name, pair.First.Share) == (pair.Second.Name, pair.Second.Share) && pair.First.Options.SequenceEqual(pair.Second.Options));
}
