namespace Orleans.Personalize.Conformance;

/// <summary>A wall clock that stands still until it is moved. Timers and timestamps stay those of the system.</summary>
/// <param name="start">The first moment it shows.</param>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    /// <summary>Called after the clock was moved, for hosts whose parts see it in another process.</summary>
    public Action<DateTimeOffset>? Moved { get; set; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves the clock forward.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _ticks, by.Ticks);
        Moved?.Invoke(GetUtcNow());
    }
}
