namespace Orleans.Personalize.Cluster.Faults.Traffic;

/// <summary>How what was kept differs from what was sent.</summary>
/// <param name="Lost">Acknowledged and not kept.</param>
/// <param name="Twice">Kept more than once.</param>
/// <param name="Unknown">Kept and never sent.</param>
/// <param name="KeptUnacknowledged">Kept without the sender having heard of it; allowed.</param>
internal readonly record struct LedgerDifference(int Lost, int Twice, int Unknown, int KeptUnacknowledged)
{
    public static LedgerDifference operator +(LedgerDifference one, LedgerDifference other) => new(
        one.Lost + other.Lost, one.Twice + other.Twice, one.Unknown + other.Unknown, one.KeptUnacknowledged + other.KeptUnacknowledged);

    /// <summary>Whether the promise was kept.</summary>
    public bool IsFaultless => this is { Lost: 0, Twice: 0, Unknown: 0 };
}
