using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Orleans.Personalize.Engine.Pages;

/// <summary>Scores of titles as whole numbers that ascend where scores descend, and then by title.</summary>
internal static class ScoreKeys
{
    // Fewer are in order as soon otherwise; more do not fit beside one another on the stack.
    private const int Few = 40;
    private const int Many = 4096;

    // Steps of the range of scores, and those of them that are told apart at once.
    private const int Steps = 1 << 16;
    private const int Digits = 256;
    private const int DigitBits = 8;

    // Places that each key may have to go back at last; where scores are not spread, it is more.
    private const int Back = 4;

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
    /// Puts keys in order. The scores' range is cut into steps, keys are put in the order of these digit by digit (H. H. Seward, "Information sorting in the
    /// application of electronic digital computers to business operations", 1954), and the few that share a step then among themselves; where scores are not
    /// spread over their range, keys are sorted by comparison.
    /// </summary>
    public static void Sort(Span<ulong> keys)
    {
        if (keys.Length is < Few or > Many || !TrySpread(keys)) keys.Sort();
    }

    [SkipLocalsInit]
    private static bool TrySpread(Span<ulong> keys)
    {
        var best = ScoreOf(TensorPrimitives.Min<ulong>(keys));
        var range = best - ScoreOf(TensorPrimitives.Max<ulong>(keys));
        if (!(range > 0) || !float.IsNormal((Steps - 1) / range)) return false;
        Span<ulong> unsorted = stackalloc ulong[keys.Length];
        Span<uint> steps = stackalloc uint[keys.Length];
        Span<uint> byLower = stackalloc uint[keys.Length];
        Span<ushort> lower = stackalloc ushort[Digits + 1];
        Span<ushort> upper = stackalloc ushort[Digits + 1];
        lower.Clear();
        upper.Clear();
        keys.CopyTo(unsorted);
        var scale = (Steps - 1) / range;
        for (var i = 0; i < steps.Length; i++)
        {
            // The step above, the key's place below.
            var step = (uint)((best - ScoreOf(unsorted[i])) * scale);
            steps[i] = (step << 16) | (uint)i;
            lower[1 + (int)(step % Digits)]++;
            upper[1 + (int)(step / Digits)]++;
        }

        Place(steps, 16, lower, byLower);
        Place(byLower, 16 + DigitBits, upper, steps);
        for (var i = 0; i < steps.Length; i++) keys[i] = unsorted[(ushort)steps[i]];
        return TryInsert(keys);
    }

    // By one digit; those whose digit is the same stay in their order.
    private static void Place(ReadOnlySpan<uint> numbers, int shift, Span<ushort> places, Span<uint> into)
    {
        ushort before = 0;
        foreach (ref var place in places)
        {
            before += place;
            place = before;
        }

        foreach (var number in numbers) into[places[(byte)(number >> shift)]++] = number;
    }

    private static bool TryInsert(Span<ulong> keys)
    {
        var back = Back * keys.Length;
        for (var i = 1; i < keys.Length; i++)
        {
            var (key, place) = (keys[i], i);
            for (; place > 0 && keys[place - 1] > key; place--) keys[place] = keys[place - 1];
            keys[place] = key;
            back -= i - place;
            if (back < 0) return false;
        }

        return true;
    }
}
