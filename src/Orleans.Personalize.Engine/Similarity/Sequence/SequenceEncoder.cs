using System.Buffers.Binary;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Orleans.Personalize.Engine.Similarity.Sequence;

/// <summary>
/// A gated recurrent network (Cho et al. 2014; for recommendation Hidasi et al. 2016) that reads a profile's history event by event. Its hidden
/// state is the profile's preference vector; every event changes it by two small products, and all titles are scored by one product with it.
/// Immutable and safe for concurrent use; an untouched profile's state is all zeros.
/// </summary>
public sealed class SequenceEncoder
{
    private const int HeaderBytes = 64;
    private const uint Magic = 0x4553504F;
    private const int Version = 1;

    private readonly ReadOnlyMemory<byte> _bytes;

    private readonly Lazy<ulong> _fingerprint;

    // The title vectors once more, for scoring all of them.
    private readonly Lazy<NarrowPanels> _titles;

    private SequenceEncoder(SequenceShape shape, ReadOnlyMemory<byte> bytes)
    {
        _fingerprint = new(() => FingerprintOf(bytes.Span));
        _titles = new(() => NarrowPanels.Of(Weights.Slice(shape.TitleVectors, shape.PaddedTitles * shape.Dimension), shape.Titles, shape.Dimension));
        Shape = shape;
        _bytes = bytes;
    }

    /// <summary>Sizes of the network.</summary>
    public SequenceShape Shape { get; }

    /// <summary>The encoder as <see cref="Read"/> reads it.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>A number that differs where encoders do, whatever model holds them.</summary>
    public ulong Fingerprint => _fingerprint.Value;

    /// <summary>All weights, float[<see cref="SequenceShape.Parameters"/>], where <see cref="Shape"/> says.</summary>
    public ReadOnlySpan<float> Weights => MemoryMarshal.Cast<byte, float>(_bytes.Span[HeaderBytes..]);

    /// <summary>Reads what <see cref="ToBytes"/> made; the memory must stay valid and unchanged as long as the encoder is used.</summary>
    /// <exception cref="InvalidDataException">The bytes are not an encoder of a known version.</exception>
    public static SequenceEncoder Read(ReadOnlyMemory<byte> bytes)
    {
        var header = bytes.Span;
        if (header.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic)
            throw new InvalidDataException("These bytes are not a sequence encoder.");
        var numbers = MemoryMarshal.Cast<byte, int>(header[..HeaderBytes]);
        if (numbers[1] != Version || numbers[5] != SequenceFeatures.StrengthBuckets || numbers[6] != SequenceFeatures.GapBuckets)
            throw new InvalidDataException($"The sequence encoder has format {numbers[1]}; this version reads {Version}.");
        SequenceShape shape;
        try
        {
            shape = new(numbers[2], numbers[3], numbers[4]);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"The sequence encoder is damaged: {error.Message}", error);
        }

        var expected = HeaderBytes + ((long)shape.Parameters * sizeof(float));
        return expected == bytes.Length ? new(shape, bytes) : throw new InvalidDataException($"The sequence encoder has {bytes.Length} bytes instead of {expected}.");
    }

    /// <summary>Puts trained weights into the form that <see cref="Read"/> reads.</summary>
    /// <param name="shape">Sizes of the network.</param>
    /// <param name="weights">float[<see cref="SequenceShape.Parameters"/>].</param>
    /// <exception cref="ArgumentException">There are more or fewer weights.</exception>
    public static byte[] ToBytes(SequenceShape shape, ReadOnlySpan<float> weights)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (weights.Length != shape.Parameters)
            throw new ArgumentException($"{shape.Parameters} weights are needed, not {weights.Length}.", nameof(weights));
        var bytes = new byte[HeaderBytes + (weights.Length * sizeof(float))];
        ReadOnlySpan<int> numbers =
            [unchecked((int)Magic), Version, shape.Titles, shape.Dimension, shape.Hidden, SequenceFeatures.StrengthBuckets, SequenceFeatures.GapBuckets];
        MemoryMarshal.AsBytes(numbers).CopyTo(bytes);
        MemoryMarshal.AsBytes(weights).CopyTo(bytes.AsSpan(HeaderBytes));
        return bytes;
    }

    /// <summary>Changes a profile's state by one event. Allocates nothing.</summary>
    /// <param name="state">Half[Hidden]: the state before the event, becomes the state after it; all zeros before the first event.</param>
    /// <param name="title">The title, by the number it had in training.</param>
    /// <param name="strength">-1 (strongly against) to 1 (strongly for).</param>
    /// <param name="secondsSince">Time since the profile's event before in seconds; null for the first event.</param>
    /// <exception cref="ArgumentException">The state has another size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such title.</exception>
    public void Advance(Span<Half> state, int title, float strength, long? secondsSince)
    {
        CheckState(state.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)title, (uint)Shape.Titles, nameof(title));
        var weights = Weights;
        var (hidden, gates) = (Shape.Hidden, Shape.Gates);
        Span<float> input = stackalloc float[Shape.Dimension];
        Span<float> before = stackalloc float[hidden];
        Span<float> fromInput = stackalloc float[gates];
        Span<float> fromState = stackalloc float[gates];
        Input(title, strength, secondsSince, input);
        TensorPrimitives.ConvertToSingle(state, before);
        weights.Slice(Shape.InputBias, gates).CopyTo(fromInput);
        PanelProduct.Add(input, weights.Slice(Shape.InputWeights, Shape.Dimension * gates), fromInput);
        fromState[..(2 * hidden)].Clear();
        weights.Slice(Shape.RecurrentBias, hidden).CopyTo(fromState[(2 * hidden)..]);
        PanelProduct.Add(before, weights.Slice(Shape.RecurrentWeights, hidden * gates), fromState);
        Gate(before, fromInput, fromState);
        TensorPrimitives.ConvertToHalf(before, state);
    }

    /// <summary>Scores all titles for a state: the logarithm of their probability to come next, up to a constant. Allocates nothing.</summary>
    /// <param name="state">Half[Hidden].</param>
    /// <param name="secondsSince">Time since the profile's last event in seconds; null where the moment should not count.</param>
    /// <param name="scores">float[Titles], overwritten.</param>
    /// <exception cref="ArgumentException">The state or the scores have another size.</exception>
    public void Score(ReadOnlySpan<Half> state, long? secondsSince, Span<float> scores)
    {
        CheckState(state.Length);
        if (scores.Length != Shape.Titles)
            throw new ArgumentException($"There are {Shape.Titles} titles, not {scores.Length}.", nameof(scores));
        var weights = Weights;
        var (hidden, dimension) = (Shape.Hidden, Shape.Dimension);
        var bucket = Bucket(secondsSince);
        Span<float> weighted = stackalloc float[hidden];
        Span<float> vector = stackalloc float[dimension];
        TensorPrimitives.ConvertToSingle(state, weighted);
        TensorPrimitives.MultiplyAdd(weighted, weights.Slice(Shape.MomentGates + (bucket * hidden), hidden), weighted, weighted);
        weights.Slice(Shape.MomentShifts + (bucket * dimension), dimension).CopyTo(vector);
        PanelProduct.Add(weighted, weights.Slice(Shape.Projection, hidden * dimension), vector);

        weights.Slice(Shape.TitleBias, Shape.Titles).CopyTo(scores);
        _titles.Value.Add(vector, scores);
    }

    // Fowler, Noll and Vo, eight bytes at a time.
    private static ulong FingerprintOf(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in MemoryMarshal.Cast<byte, ulong>(bytes))
            hash = BitOperations.RotateLeft((hash ^ part) * 1099511628211UL, 29);
        return hash;
    }

    private static int Bucket(long? seconds) => seconds is { } known ? SequenceFeatures.GapBucket(known) : SequenceFeatures.UnknownGap;

    private void Input(int title, float strength, long? secondsSince, Span<float> input)
    {
        var weights = Weights;
        var dimension = Shape.Dimension;
        TensorPrimitives.Add(
            weights.Slice(Shape.StrengthVectors + (SequenceFeatures.StrengthBucket(strength) * dimension), dimension),
            weights.Slice(Shape.GapVectors + (Bucket(secondsSince) * dimension), dimension),
            input);
        var panel = weights.Slice(Shape.TitleVectors + (title / SequenceShape.Panel * SequenceShape.Panel * dimension), SequenceShape.Panel * dimension);
        for (var d = 0; d < dimension; d++)
            input[d] += panel[(d * SequenceShape.Panel) + (title % SequenceShape.Panel)];
    }

    // The state becomes (1 - update) * candidate + update * state; the products are used up.
    private void Gate(Span<float> state, Span<float> fromInput, Span<float> fromState)
    {
        var hidden = Shape.Hidden;
        var both = 2 * hidden;
        TensorPrimitives.Add(fromInput[..both], fromState[..both], fromInput[..both]);
        TensorPrimitives.Sigmoid(fromInput[..both], fromInput[..both]);
        var reset = fromInput[..hidden];
        var update = fromInput[hidden..both];
        var candidate = fromInput[both..];
        TensorPrimitives.MultiplyAdd(reset, fromState[both..], candidate, candidate);
        TensorPrimitives.Tanh(candidate, candidate);
        TensorPrimitives.Subtract(state, candidate, state);
        TensorPrimitives.MultiplyAdd(state, update, candidate, state);
    }

    private void CheckState(int length, string state = "state")
    {
        if (length != Shape.Hidden)
            throw new ArgumentException($"The state has {Shape.Hidden} numbers, not {length}.", state);
    }
}
