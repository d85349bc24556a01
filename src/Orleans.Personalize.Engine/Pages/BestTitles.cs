using System.Buffers;
using System.Numerics;
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
        var floor = FloorOf(set, scores, titles.Length);
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

        keys = keys[..count];
        ScoreKeys.Sort(keys);
        count = Math.Min(count, titles.Length);
        for (var i = 0; i < count; i++) titles[i] = ScoreKeys.TitleOf(keys[i]);
        ArrayPool<ulong>.Shared.Return(rented);
        return count;
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

    // No more than the score of the last of the best: so many groups have a best title no less than that.
    private static float FloorOf(TitleSet set, ReadOnlySpan<float> scores, int wanted)
    {
        // A group is what stands in one of the lanes over some vectors.
        var vectors = scores.Length / Lanes;
        var together = vectors * Lanes / (wanted * GroupsOfWanted);
        if (together < 2) return float.NegativeInfinity;
        var rented = ArrayPool<float>.Shared.Rent((vectors / together + 1) * Lanes);
        var groups = 0;
        for (var start = 0; start < vectors; start += together)
        {
            BestOf(set.Words, scores, start, Math.Min(start + together, vectors)).CopyTo(rented.AsSpan(groups));
            groups += Lanes;
        }

        var floor = groups < wanted ? float.NegativeInfinity : LeastOfBest(rented.AsSpan(0, groups), wanted);
        ArrayPool<float>.Shared.Return(rented);
        return floor;
    }

    // The best score of each lane over some vectors.
    private static Vector512<float> BestOf(ReadOnlySpan<ulong> words, ReadOnlySpan<float> scores, int first, int end)
    {
        var bits = Vector512.Create(1, 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5, 1 << 6, 1 << 7, 1 << 8, 1 << 9, 1 << 10, 1 << 11, 1 << 12, 1 << 13, 1 << 14, 1 << 15);
        var best = Vector512.Create(float.NegativeInfinity);
        for (var vector = first; vector < end; vector++)
        {
            var members = Vector512.Create((int)(words[vector / VectorsOfWord] >> (vector % VectorsOfWord * Lanes)));
            var values = Vector512.Create(scores[(vector * Lanes)..]);
            var isBetter = ~Vector512.Equals(members & bits, Vector512<int>.Zero).AsSingle() & Vector512.GreaterThan(values, best);
            best = Vector512.ConditionalSelect(isBetter, values, best);
        }

        return best;
    }

    // The value that stands at a place when the greatest comes first (C. A. R. Hoare, "Algorithm 65: Find", 1961).
    private static float LeastOfBest(Span<float> values, int place)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = values[(low + high) >>> 1];
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (values[left] > pivot) left++;
                while (values[right] < pivot) right--;
                if (left > right) break;
                (values[left], values[right]) = (values[right], values[left]);
                left++;
                right--;
            }

            if (place - 1 <= right) high = right;
            else if (place - 1 >= left) low = left;
            else break;
        }

        return values[place - 1];
    }

    // One bit for each of up to 64 scores that is no less than a floor; NaN is.
    private static ulong NoLess(ReadOnlySpan<float> scores, float floor)
    {
        if (scores.Length < TitlesOfWord) return NoLessOfFew(scores, floor);
        var floors = Vector512.Create(floor);
        var found = 0UL;
        for (var i = 0; i < TitlesOfWord; i += Lanes)
            found |= Vector512.GreaterThanOrEqual(Vector512.Create(scores[i..]), floors).ExtractMostSignificantBits() << i;
        return found;
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
