using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Engine.Profiles;

namespace Orleans.Personalize.Engine.Decay;

/// <summary>One count under <see cref="ForwardDecay"/>.</summary>
internal readonly struct DecayedCount
{
    private readonly double _stored;
    private readonly uint _landmark;

    private DecayedCount(double stored, uint landmark)
    {
        _stored = stored;
        _landmark = landmark;
    }

    /// <summary>The count with something added at a moment, in seconds since <see cref="Interaction.Origin"/>.</summary>
    public DecayedCount Add(double change, uint seconds, uint halfLife)
    {
        var (stored, landmark) = _stored == 0 ? (0, seconds) : (_stored, _landmark);
        var moved = ForwardDecay.HalfLivesToMove(landmark, seconds, halfLife);
        landmark += moved * halfLife;
        stored = Math.ScaleB(stored, -(int)Math.Min(moved, 4096)) + (change * ForwardDecay.Growth(landmark, seconds, halfLife));
        return new DecayedCount(stored, landmark);
    }

    /// <summary>The count valued at a moment.</summary>
    public double ValueAt(uint seconds, uint halfLife) => ForwardDecay.Value(_stored, _landmark, seconds, halfLife);

    public void Write(ref ByteWriter writer)
    {
        writer.Double(_stored);
        writer.Varint(_landmark);
    }

    public static DecayedCount Read(ref ByteReader reader) => new(reader.DoubleAmount(), reader.Varint32());
}
