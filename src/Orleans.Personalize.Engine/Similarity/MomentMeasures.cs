namespace Orleans.Personalize.Engine.Similarity;

/// <summary>
/// What the weights of a blend depend on, as smooth numbers from 0 to 1: how long ago the event before was, on four scales, how long the
/// history is, and how much its latest titles were new when they were chosen.
/// </summary>
public static class MomentMeasures
{
    /// <summary>How many measures there are.</summary>
    public const int Count = 7;

    // Interactions; what a profile state remembers at most.
    private const double LongestHistory = 500;

    // Interactions; a history of so many is half as short as none.
    private const double ShortHistory = 3;

    /// <summary>Writes the measures of a moment.</summary>
    /// <param name="gapSeconds">Seconds since the latest interaction.</param>
    /// <param name="interactions">Length of the history.</param>
    /// <param name="novelty">How much the latest titles were new when they were chosen, 0 (or unknown) to 1.</param>
    /// <param name="measures">float[<see cref="Count"/>], overwritten.</param>
    public static void Fill(double gapSeconds, int interactions, float novelty, Span<float> measures)
    {
        measures[0] = Nearness(gapSeconds, 2);
        measures[1] = Nearness(gapSeconds, 120);
        measures[2] = Nearness(gapSeconds, 3600);
        measures[3] = Nearness(gapSeconds, 24 * 3600);
        measures[4] = (float)Math.Min(1, Math.Log(1 + interactions) / Math.Log(1 + LongestHistory));
        measures[5] = (float)(ShortHistory / (ShortHistory + interactions));
        measures[6] = novelty;
    }

    private static float Nearness(double gapSeconds, double half) => (float)(half / (half + gapSeconds));
}
