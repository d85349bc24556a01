using Orleans.Personalize.Audiences;

namespace Orleans.Personalize.Engine.Audiences;

/// <summary>What a sample tells of all.</summary>
internal static class SizeEstimate
{
    private const int Digits = 4;

    /// <summary>How many profiles something holds for.</summary>
    /// <param name="holds">For how many of the sampled profiles.</param>
    /// <param name="sampled">How many were sampled.</param>
    /// <param name="profiles">How many there are.</param>
    /// <param name="minimum">How many there must be to be told of.</param>
    /// <param name="threshold">What made the difference.</param>
    public static AudienceSize Of(int holds, int sampled, long profiles, int minimum, double? threshold = null)
    {
        if (holds > 0 && holds < minimum)
            return new AudienceSize { Threshold = threshold };
        var share = sampled == 0 ? 0 : (double)holds / sampled;
        return new AudienceSize
        {
            Threshold = threshold,
            Sampled = holds,
            Share = Math.Round(share, Digits),
            StandardError = Math.Round(ErrorOf(holds, sampled, profiles), Digits),
            Profiles = (long)Math.Round(share * profiles),
        };
    }

    // With one success and one failure more, so that none of a few is not taken for none at all (Laplace's rule of succession), and less
    // the more of all profiles were looked at (finite population correction).
    private static double ErrorOf(int holds, int sampled, long profiles)
    {
        var share = (holds + 1.0) / (sampled + 2.0);
        var unseen = profiles > sampled ? 1 - ((double)sampled / profiles) : 0;
        return Math.Sqrt(unseen * share * (1 - share) / (sampled + 2));
    }
}
