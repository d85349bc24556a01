using System.Numerics.Tensors;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>Scores of titles as whole numbers that ascend where scores descend, and then by title.</summary>
internal static class ScoreKeys
{
    // Fewer are in order as soon otherwise; more do not fit beside one another on the stack.
    private const int Few = 24;
    private const int Many = 4096;

    private const int Buckets = 512;

    // Where so many share a bucket, scores are not spread.
    private const int Crowd = 32;

    /// <summary>The key of a title.</summary>
    /// <param name="title">Its number.</param>
    /// <param name="score">Its score, not NaN.</param>
    public static ulong Of(int title, float score)
    {
        // Adding 0 makes the negative zero positive.
        var bits = BitConverter.SingleToInt32Bits(score + 0f);
        return ((ulong)(uint)~(bits ^ ((bits >> 31) & int.MaxValue) ^ int.MinValue) << 32) | (uint)title;
    }

    /// <summary>The title of a key.</summary>
    public static int TitleOf(ulong key) => (int)(uint)key;

    /// <summary>The score of a key.</summary>
    public static float ScoreOf(ulong key)
    {
        var ascending = ~(int)(key >> 32) ^ int.MinValue;
        return BitConverter.Int32BitsToSingle(ascending ^ ((ascending >> 31) & int.MaxValue));
    }

    /// <summary>
    /// Puts keys in order. Scores are spread more or less evenly, so that each is put near its place first (K.-D. Neubert, "The Flashsort1
    /// Algorithm", 1998); those that are not are sorted by comparison.
    /// </summary>
    public static void Sort(Span<ulong> keys)
    {
        if (keys.Length is < Few or > Many || !TrySpread(keys)) keys.Sort();
    }

    private static bool TrySpread(Span<ulong> keys)
    {
        var best = ScoreOf(TensorPrimitives.Min<ulong>(keys));
        var range = best - ScoreOf(TensorPrimitives.Max<ulong>(keys));
        if (!(range > 0) || !float.IsNormal(Buckets / range)) return false;
        Span<ushort> buckets = stackalloc ushort[keys.Length];
        Span<ushort> places = stackalloc ushort[Buckets + 1];
        places.Clear();
        FindBuckets(keys, best, Buckets / range, buckets, places[1..]);
        if (TensorPrimitives.Max<ushort>(places) > Crowd) return false;
        for (var bucket = 1; bucket < places.Length; bucket++) places[bucket] += places[bucket - 1];
        Span<ulong> spread = stackalloc ulong[keys.Length];
        for (var i = 0; i < keys.Length; i++) spread[places[buckets[i]]++] = keys[i];
        Insert(spread, keys);
        return true;
    }

    private static void FindBuckets(ReadOnlySpan<ulong> keys, float best, float scale, Span<ushort> buckets, Span<ushort> counts)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var bucket = Math.Min(Buckets - 1, (int)((best - ScoreOf(keys[i])) * scale));
            buckets[i] = (ushort)bucket;
            counts[bucket]++;
        }
    }

    // Each goes hardly further than its bucket is long.
    private static void Insert(ReadOnlySpan<ulong> spread, Span<ulong> keys)
    {
        for (var i = 0; i < spread.Length; i++)
        {
            var (key, place) = (spread[i], i);
            for (; place > 0 && keys[place - 1] > key; place--) keys[place] = keys[place - 1];
            keys[place] = key;
        }
    }
}
