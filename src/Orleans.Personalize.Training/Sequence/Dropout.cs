using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>
/// Zeros a share of the elements and scales the others up (Srivastava et al., "Dropout", 2014). Which ones follows from the key and the row
/// alone, so that the backward pass draws the same again and nothing depends on the order of work.
/// </summary>
/// <param name="rate">Share of zeros, 0 to less than 1.</param>
internal readonly struct Dropout(float rate)
{
    private const int Width = 16;

    private readonly uint _threshold = (uint)(rate * uint.MaxValue);
    private readonly float _scale = 1 / (1 - rate);

    /// <summary>Applies the mask of a row to float[count], count a multiple of 16.</summary>
    public unsafe void Apply(ulong key, int row, float* values, int count)
    {
        if (_threshold == 0)
            return;
        var seed = SplitMix.Mix(key + ((ulong)row * 0x9E3779B97F4A7C15UL));
        var place = (Vector512<uint>.Indices * 0x9E3779B9u) + Vector512.Create((uint)seed);
        var salt = Vector512.Create((uint)(seed >> 32));
        for (var i = 0; i < count; i += Width, place += Vector512.Create(unchecked(Width * 0x9E3779B9u)))
        {
            var kept = Vector512.GreaterThanOrEqual(Mix(place ^ salt), Vector512.Create(_threshold)).AsSingle();
            Vector512.ConditionalSelect(kept, Vector512.Load(values + i) * _scale, Vector512<float>.Zero).Store(values + i);
        }
    }

    // The finisher of MurmurHash3 (Appleby 2011).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Mix(Vector512<uint> x)
    {
        x = (x ^ Vector512.ShiftRightLogical(x, 16)) * 0x85EBCA6Bu;
        x = (x ^ Vector512.ShiftRightLogical(x, 13)) * 0xC2B2AE35u;
        return x ^ Vector512.ShiftRightLogical(x, 16);
    }
}
