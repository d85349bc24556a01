using System.Runtime.CompilerServices;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>Randomness without a state: what is drawn follows from what it is drawn for, whatever was drawn before and on whichever thread.</summary>
internal static class SplitMix
{
    /// <summary>A number that looks random, another one for each number (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
