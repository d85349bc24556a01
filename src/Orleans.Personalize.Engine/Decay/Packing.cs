namespace Orleans.Personalize.Engine.Decay;

/// <summary>How keys and weights share 64 bits: the key above, 40 bits, and below it the upper 24 bits of a float.</summary>
internal static class Packing
{
    /// <summary>Bits of a weight.</summary>
    public const int WeightBits = 24;

    /// <summary>All bits that a key can have.</summary>
    public const ulong KeyMask = (1UL << 40) - 1;

    /// <summary>Key and weight in one word; words compare as their keys do.</summary>
    public static ulong Pack(ulong key, float weight)
    {
        var bits = BitConverter.SingleToUInt32Bits(weight);

        // Round to nearest; a carry into the exponent is right too, and the largest finite weights used are far from infinity.
        return (key << WeightBits) | ((bits + 0x80) >> 8);
    }

    /// <summary>The key of a word.</summary>
    public static ulong KeyOf(ulong packed) => packed >> WeightBits;

    /// <summary>The weight of a word.</summary>
    public static float WeightOf(ulong packed) => BitConverter.UInt32BitsToSingle((uint)(packed & 0xFFFFFF) << 8);
}
