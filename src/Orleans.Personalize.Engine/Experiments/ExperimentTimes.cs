using Orleans.Personalize.Experiments;

namespace Orleans.Personalize.Engine.Experiments;

/// <summary>When an experiment runs.</summary>
internal static class ExperimentTimes
{
    /// <summary>Whether it runs at a moment.</summary>
    public static bool RunsAt(this Experiment experiment, DateTimeOffset moment) => experiment.Start <= moment && !(experiment.End <= moment);

    /// <summary>Whether it runs now, or will, or has.</summary>
    public static ExperimentStanding StandingAt(this Experiment experiment, DateTimeOffset now) =>
        experiment.RunsAt(now) ? ExperimentStanding.Running : experiment.Start <= now ? ExperimentStanding.Ended : ExperimentStanding.Defined;

    /// <summary>Whether there is a moment at which both run.</summary>
    public static bool Overlaps(this Experiment one, Experiment other) =>
        one.Start is { } start && other.Start is { } begin && !(other.End <= start) && !(one.End <= begin);
}
