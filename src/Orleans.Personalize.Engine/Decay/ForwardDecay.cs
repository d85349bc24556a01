namespace Orleans.Personalize.Engine.Decay;

/// <summary>
/// Counts that halve in a fixed time, kept as they were worth at a landmark in the past, so that nothing is touched as time goes by and late
/// events find their place (Cormode, Shkapenyuk, Srivastava, Xu 2009, Forward Decay). The landmark moves by whole half-lives only, which
/// halves floating-point numbers exactly; the order of arrival then matters to nothing but rounding.
/// </summary>
internal static class ForwardDecay
{
    // Beyond this many half-lives after the landmark it moves; floats reach much further in both directions.
    private const uint MaxHalfLives = 32;

    /// <summary>How much more a change at a moment weighs than one at the landmark; less than 1 before it.</summary>
    public static double Growth(uint landmark, uint seconds, uint halfLife) =>
        double.Exp2(Math.Max(((double)seconds - landmark) / halfLife, -100));

    /// <summary>What a stored value is worth at a moment; a moment before the landmark counts as the landmark.</summary>
    public static double Value(double stored, uint landmark, uint seconds, uint halfLife) =>
        seconds <= landmark ? stored : stored * double.Exp2(-((double)seconds - landmark) / halfLife);

    /// <summary>How many half-lives the landmark has to move before a change at a moment can be taken in; mostly none.</summary>
    public static uint HalfLivesToMove(uint landmark, uint seconds, uint halfLife)
    {
        var halfLives = seconds > landmark ? (seconds - landmark) / halfLife : 0;
        return halfLives > MaxHalfLives ? halfLives : 0;
    }
}
