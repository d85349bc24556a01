using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Orleans.Personalize.Engine.Pages.Eligibility;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>
/// The best titles of a set, in order. First the best title of each of some groups is found: as many titles as are wanted are no worse than the
/// best of the groups whose best is good enough for a place, so that hardly more titles than are wanted have to be put in order.
/// Equal scores go to the smaller number; NaN never counts.
/// </summary>
internal static class BestTitles
{
    private const int TitlesOfWord = 64;
    private const int Lanes = 16;
    private const int VectorsOfWord = TitlesOfWord / Lanes;

    // Groups for each title that is wanted: more find fewer titles too many, and are themselves to be gone through.
    private const int GroupsOfWanted = 2;

    // Keys of so many titles for each that is wanted; where they are more, as scores are not spread, the worst of them are dropped now and then.
    private const int Room = 4;

    /// <summary>Finds them.</summary>
    /// <param name="set">Which titles.</param>
    /// <param name="scores">float[titles] by number; titles beyond its end do not count, nor do scores beyond the set's.</param>
    /// <param name="titles">Receives the best, best first.</param>
    /// <returns>How many there are.</returns>
    public static int Find(TitleSet set, ReadOnlySpan<float> scores, Span<int> titles)
    {
        if (titles.IsEmpty) return 0;
        scores = scores[..Math.Min(scores.Length, TitlesOfWord * set.Words.Length)];
        var rented = ArrayPool<ulong>.Shared.Rent(Math.Max(TitlesOfWord, Room * titles.Length));
        var keys = rented.AsSpan();
        var floor = FloorOf(set.Words, scores, titles.Length);
        var count = 0;
        var words = set.Words;
        for (var word = 0; word < words.Length; word++)
        {
            if (words[word] == 0) continue;
            var first = word * TitlesOfWord;
            if (first >= scores.Length) break;
            for (var found = words[word] & NoLess(scores[first..], floor); found != 0; found &= found - 1)
            {
                var title = first + BitOperations.TrailingZeroCount(found);
                if (count == keys.Length)
                {
                    ScoreKeys.Sort(keys);
                    count = titles.Length;
                    floor = Math.Max(floor, scores[ScoreKeys.TitleOf(keys[count - 1])]);
                }

                keys[count++] = ScoreKeys.Of(title, scores[title]);
            }
        }

        count = Best(keys[..count], titles);
        ArrayPool<ulong>.Shared.Return(rented);
        return count;
    }

    /// <summary>Finds them among titles that are few.</summary>
    /// <param name="candidates">The titles.</param>
    /// <param name="scores">float[titles] by number.</param>
    /// <param name="titles">Receives the best, best first.</param>
    /// <returns>How many there are.</returns>
    public static int FindAmong(ReadOnlySpan<int> candidates, ReadOnlySpan<float> scores, Span<int> titles)
    {
        var values = ArrayPool<float>.Shared.Rent(candidates.Length);
        var keys = ArrayPool<ulong>.Shared.Rent(candidates.Length);
        for (var i = 0; i < candidates.Length; i++) values[i] = scores[candidates[i]];
        var floor = FloorOf([], values.AsSpan(0, candidates.Length), titles.Length);
        var count = 0;
        for (var i = 0; i < candidates.Length; i++)
        {
            if (values[i] >= floor) keys[count++] = ScoreKeys.Of(candidates[i], values[i]);
        }

        var found = Best(keys.AsSpan(0, count), titles);
        ArrayPool<ulong>.Shared.Return(keys);
        ArrayPool<float>.Shared.Return(values);
        return found;
    }

    /// <summary>Puts some titles in order, best first.</summary>
    /// <param name="titles">Their numbers.</param>
    /// <param name="scores">Their scores, beside them; none is NaN.</param>
    public static void Sort(Span<int> titles, ReadOnlySpan<float> scores)
    {
        Span<ulong> keys = stackalloc ulong[titles.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = ScoreKeys.Of(titles[i], scores[i]);
        ScoreKeys.Sort(keys);
        for (var i = 0; i < keys.Length; i++) titles[i] = ScoreKeys.TitleOf(keys[i]);
    }

    private static int Best(Span<ulong> keys, Span<int> titles)
    {
        ScoreKeys.Sort(keys);
        var count = Math.Min(keys.Length, titles.Length);
        for (var i = 0; i < count; i++) titles[i] = ScoreKeys.TitleOf(keys[i]);
        return count;
    }

    // No more than the score of the last of the best, of all where there are no words: so many groups have a best title no less than that.
    private static float FloorOf(ReadOnlySpan<ulong> words, ReadOnlySpan<float> scores, int wanted)
    {
        // A group is what stands in one of the lanes over some vectors.
        var vectors = scores.Length / Lanes;
        var together = vectors * Lanes / (wanted * GroupsOfWanted);
        if (together < 2) return float.NegativeInfinity;
        var rented = ArrayPool<int>.Shared.Rent(((vectors / together) + 1) * Lanes);
        var groups = 0;
        for (var start = 0; start < vectors; start += together)
        {
            Ordered(BestOf(words, scores, start, Math.Min(start + together, vectors))).CopyTo(rented.AsSpan(groups));
            groups += Lanes;
        }

        var floor = groups < wanted ? float.NegativeInfinity : LeastOfBest(rented.AsSpan(0, groups), wanted);
        ArrayPool<int>.Shared.Return(rented);
        return floor;
    }

    // The best score of each lane over some vectors.
    private static Vector512<float> BestOf(ReadOnlySpan<ulong> words, ReadOnlySpan<float> scores, int first, int end)
    {
        if (words.IsEmpty) return BestOf(scores[(first * Lanes)..(end * Lanes)]);
        var bits = Vector512.Create(1, 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5, 1 << 6, 1 << 7, 1 << 8, 1 << 9, 1 << 10, 1 << 11, 1 << 12, 1 << 13, 1 << 14, 1 << 15);
        var best = Vector512.Create(float.NegativeInfinity);
        words = words[..(((end - 1) / VectorsOfWord) + 1)];
        scores = scores[..(end * Lanes)];
        ref var word = ref MemoryMarshal.GetReference(words);
        ref var score = ref MemoryMarshal.GetReference(scores);
        for (var vector = first; vector < end; vector++)
        {
            var members = Vector512.Create((int)(Unsafe.Add(ref word, vector / VectorsOfWord) >> (vector % VectorsOfWord * Lanes)));
            var values = Vector512.LoadUnsafe(ref score, (nuint)(vector * Lanes));
            var isBetter = ~Vector512.Equals(members & bits, Vector512<int>.Zero).AsSingle() & Vector512.GreaterThan(values, best);
            best = Vector512.ConditionalSelect(isBetter, values, best);
        }

        return best;
    }

    private static Vector512<float> BestOf(ReadOnlySpan<float> scores)
    {
        var best = Vector512.Create(float.NegativeInfinity);
        foreach (var values in MemoryMarshal.Cast<float, Vector512<float>>(scores)) best = Vector512.ConditionalSelect(Vector512.GreaterThan(values, best), values, best);
        return best;
    }

    // Whole numbers that ascend as scores do.
    private static Vector512<int> Ordered(Vector512<float> scores)
    {
        var bits = (scores + Vector512<float>.Zero).AsInt32();
        return bits ^ ((bits >> 31) & Vector512.Create(int.MaxValue));
    }

    // No more than the value that stands at a place when the greatest comes first, and hardly less: half of what it may be is left after each step.
    private static float LeastOfBest(ReadOnlySpan<int> values, int place)
    {
        const int steps = 20;
        var (low, high) = ((long)TensorPrimitives.Min(values), (long)TensorPrimitives.Max(values));
        for (var step = 0; step < steps && low < high; step++)
        {
            var middle = (int)((low + high + 1) >> 1);
            if (CountNoLess(values, middle) >= place) low = middle;
            else high = middle - 1;
        }

        return BitConverter.Int32BitsToSingle((int)low ^ (((int)low >> 31) & int.MaxValue));
    }

    private static int CountNoLess(ReadOnlySpan<int> values, int limit)
    {
        var counts = Vector512<int>.Zero;
        foreach (var vector in MemoryMarshal.Cast<int, Vector512<int>>(values)) counts -= Vector512.GreaterThanOrEqual(vector, Vector512.Create(limit));
        return Vector512.Sum(counts);
    }

    // One bit for each of up to 64 scores that is no less than a floor; NaN never is.
    private static ulong NoLess(ReadOnlySpan<float> scores, float floor)
    {
        if (scores.Length < TitlesOfWord) return NoLessOfFew(scores, floor);
        ref var score = ref MemoryMarshal.GetReference(scores);
        var floors = Vector512.Create(floor);
        return Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref score), floors).ExtractMostSignificantBits()
            | (Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref score, Lanes), floors).ExtractMostSignificantBits() << Lanes)
            | (Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref score, 2 * Lanes), floors).ExtractMostSignificantBits() << (2 * Lanes))
            | (Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref score, 3 * Lanes), floors).ExtractMostSignificantBits() << (3 * Lanes));
    }

    private static ulong NoLessOfFew(ReadOnlySpan<float> scores, float floor)
    {
        var found = 0UL;
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= floor) found |= 1UL << i;
        }

        return found;
    }
}
