using System.Numerics;

namespace Orleans.Personalize.Demo.Randomness;

/// <summary>
/// A seeded source of chance that gives the same numbers on every machine: xoshiro256** (D. Blackman and S. Vigna, 2018),
/// seeded by SplitMix64.
/// </summary>
internal sealed class Dice
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>Begins a sequence.</summary>
    public Dice(ulong seed)
    {
        _a = Mix(ref seed);
        _b = Mix(ref seed);
        _c = Mix(ref seed);
        _d = Mix(ref seed);
    }

    /// <summary>A sequence of its own for one purpose, so that more of one thing does not change another.</summary>
    public static Dice For(int seed, string purpose, int number = 0) =>
        new(Hash(purpose) ^ ((ulong)(uint)seed << 32) ^ ((ulong)(uint)number * 0x9E3779B97F4A7C15));

    /// <summary>A hash of a text that is the same everywhere: FNV-1a (G. Fowler, L. Noll, K. Vo, 1991) over UTF-16 units.</summary>
    public static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number in [0,1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public double Between(double low, double high) => low + ((high - low) * Unit());

    /// <summary>A whole number from 0 to one less than <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(((UInt128)Next() * (ulong)count) >> 64);

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Whole(int low, int high) => low + Below(high - low + 1);

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>A normally distributed number of mean 0 and deviation 1: the sum of twelve uniform ones, as good as is needed here.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += Unit();
        }

        return sum;
    }

    /// <summary>One element.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>Some different elements, in random order.</summary>
    public T[] Some<T>(IReadOnlyList<T> from, int count)
    {
        var all = from.ToArray();
        count = Math.Min(count, all.Length);
        for (var i = 0; i < count; i++)
        {
            var j = i + Below(all.Length - i);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all[..count];
    }

    /// <summary>An index, each as likely as its weight; weights are running totals.</summary>
    public int Weighted(ReadOnlySpan<double> runningTotals)
    {
        var found = runningTotals.BinarySearch(Unit() * runningTotals[^1]);
        return Math.Min(found < 0 ? ~found : found + 1, runningTotals.Length - 1);
    }

    private static ulong Mix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
