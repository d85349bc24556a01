using System.Diagnostics.Metrics;

namespace Orleans.Personalize.Notifications.Running;

/// <summary>What a runner measures.</summary>
internal static class RunnerMetrics
{
    private static readonly Meter Meter = new("Orleans.Personalize.Notifications");

    private static readonly Counter<long> Messages = Meter.CreateCounter<long>(
        "personalize.notifications", "{message}", "Messages that were due, by what became of them.");

    /// <summary>Counts what became of one profile's message; a profile to which none was due counts for nothing.</summary>
    public static void Count(Step step)
    {
        var outcome = step switch
        {
            Step.Sent => "sent",
            Step.Failed => "failed",
            Step.Uncertain => "uncertain",
            Step.LeftToOthers => "left",
            Step.Waiting => "waiting",
            Step.Troubled => "troubled",
            _ => null,
        };
        if (outcome is not null)
            Messages.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
    }
}
