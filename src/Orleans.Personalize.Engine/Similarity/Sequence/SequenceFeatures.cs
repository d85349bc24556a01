using System.Numerics;

namespace Orleans.Personalize.Engine.Similarity.Sequence;

/// <summary>How what is known of an event beside its title becomes a few numbers that a network can learn a vector for.</summary>
public static class SequenceFeatures
{
    /// <summary>Number of strength buckets.</summary>
    public const int StrengthBuckets = 9;

    /// <summary>Number of buckets of elapsed time, <see cref="UnknownGap"/> included.</summary>
    public const int GapBuckets = 28;

    /// <summary>The bucket of an elapsed time that nobody knows: before the first event, or where no moment is given.</summary>
    public const int UnknownGap = GapBuckets - 1;

    /// <summary>Bucket of a strength, -1 to 1, in equal parts; what is not a number counts as neutral.</summary>
    public static int StrengthBucket(float strength) =>
        float.IsNaN(strength) ? StrengthBuckets / 2 : (int)MathF.Round((Math.Clamp(strength, -1, 1) + 1) * (StrengthBuckets - 1) / 2);

    /// <summary>Bucket of an elapsed time in seconds: its binary order of magnitude; negative (events out of order) counts as 0.</summary>
    public static int GapBucket(long seconds) =>
        seconds <= 0 ? 0 : Math.Min(UnknownGap - 1, BitOperations.Log2((ulong)seconds) + 1);
}
