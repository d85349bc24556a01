namespace Orleans.Personalize.Notifications.Running;

/// <summary>Counts what was done. Safe for concurrent use.</summary>
internal sealed class Tally
{
    private readonly int[] _counts = new int[Enum.GetValues<Step>().Length];

    public void Add(Step step) => Interlocked.Increment(ref _counts[(int)step]);

    public RunReport Report() => new()
    {
        Profiles = _counts.Sum() - Of(Step.Resting),
        Resting = Of(Step.Resting),
        Sent = Of(Step.Sent),
        Failed = Of(Step.Failed),
        Uncertain = Of(Step.Uncertain),
        LeftToOthers = Of(Step.LeftToOthers),
        Waiting = Of(Step.Waiting),
        Troubled = Of(Step.Troubled),
    };

    private int Of(Step step) => _counts[(int)step];
}
