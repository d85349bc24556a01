namespace Orleans.Personalize.Training.Comparison;

/// <summary>What two models were compared on.</summary>
public enum ComparisonBasis
{
    /// <summary>Events newer than everything that either model was trained on.</summary>
    NewerThanBoth = 0,

    /// <summary>
    /// There are too few such events. Parts were fitted anew to all but the newest events, and the two models' own blends were put over
    /// them; a blend may have been learnt on some of the events it is measured on.
    /// </summary>
    SameCut = 1,
}
