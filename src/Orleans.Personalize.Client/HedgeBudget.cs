namespace Orleans.Personalize.Client;

/// <summary>
/// How many calls may be made once more beside one that has no answer yet: one for every ten calls, and some at once, so that a cluster that is slow because it has
/// too much to do does not get more of it. Safe for concurrent use.
/// </summary>
internal sealed class HedgeBudget
{
    private const int Price = 10;
    private const int Most = 100 * Price;
    private int _saved = Most;

    /// <summary>A call was made.</summary>
    public void Earn()
    {
        if (Volatile.Read(ref _saved) < Most)
            Interlocked.Increment(ref _saved);
    }

    /// <summary>Whether one more call may be made beside another; it is taken as made.</summary>
    public bool TrySpend()
    {
        if (Interlocked.Add(ref _saved, -Price) >= 0)
            return true;
        Interlocked.Add(ref _saved, Price);
        return false;
    }
}
