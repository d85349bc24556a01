namespace Orleans.Personalize.Notifications;

/// <summary>
/// Leaves another service alone for a while after it failed several times in a row; then one call tries whether it is back (Nygard 2007, "Release It!").
/// Safe for concurrent use.
/// </summary>
/// <param name="failures">Failures in a row after which it is left alone.</param>
/// <param name="pause">For how long.</param>
/// <param name="time">Says what time it is.</param>
internal sealed class CircuitBreaker(int failures, TimeSpan pause, TimeProvider time)
{
    private readonly Lock _lock = new();
    private int _inRow;
    private long _openSince;

    /// <summary>Whether a call makes sense.</summary>
    public bool IsClosed
    {
        get
        {
            lock (_lock)
                return _inRow < failures || time.GetElapsedTime(_openSince) >= pause;
        }
    }

    /// <summary>Tells how a call ended.</summary>
    public void Note(bool worked)
    {
        lock (_lock)
        {
            _inRow = worked ? 0 : _inRow + 1;
            if (_inRow >= failures)
                _openSince = time.GetTimestamp();
        }
    }
}
