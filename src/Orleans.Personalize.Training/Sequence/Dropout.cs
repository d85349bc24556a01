using System.Runtime.CompilerServices;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>
/// Zeros a share of the elements and scales the others up (Srivastava et al., "Dropout", 2014). Which ones follows from the key and the row
/// alone, so that the backward pass draws the same again and nothing depends on the order of work.
/// </summary>
/// <param name="rate">Share of zeros, 0 to less than 1; used in steps of 1/256.</param>
internal readonly struct Dropout(float rate)
{
    private readonly int _threshold = (int)MathF.Round(rate * 256);

    private float Scale => 256f / (256 - _threshold);

    /// <summary>Applies the mask of a row to float[count], count a multiple of 8.</summary>
    public unsafe void Apply(ulong key, int row, float* values, int count)
    {
        if (_threshold == 0)
            return;
        var scale = Scale;
        var state = Mix(key + ((ulong)row * 0x9E3779B97F4A7C15UL));
        for (var i = 0; i < count; i += 8)
        {
            var bits = Mix(state + (ulong)i);
            for (var j = 0; j < 8; j++, bits >>= 8)
                values[i + j] *= (int)(bits & 255) < _threshold ? 0 : scale;
        }
    }

    // The finisher of SplitMix64 (Steele, Lea, Flood 2014).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
