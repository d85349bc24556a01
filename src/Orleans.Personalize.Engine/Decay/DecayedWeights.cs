using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Engine.Profiles;

namespace Orleans.Personalize.Engine.Decay;

/// <summary>
/// A small immutable map from 40-bit keys to positive or negative weights under <see cref="ForwardDecay"/>: eight bytes an entry, in one
/// array in the order of keys.
/// </summary>
internal readonly struct DecayedWeights
{
    private const float LargestStored = 1e30f;
    private const float SmallestStored = 1e-30f;

    private readonly ulong[]? _words;
    private readonly uint _landmark;

    /// <summary>Weights as they were worth at a landmark.</summary>
    /// <param name="words">Key and weight, see <see cref="Packing"/>, in the order of keys.</param>
    /// <param name="landmark">Seconds since <see cref="Interaction.Origin"/>.</param>
    private DecayedWeights(ulong[]? words, uint landmark)
    {
        _words = words;
        _landmark = landmark;
    }

    /// <summary>How many keys have a weight.</summary>
    public int Count => Words.Length;

    private ReadOnlySpan<ulong> Words => _words;

    /// <summary>The key at a place, in ascending order of keys.</summary>
    public ulong KeyAt(int index) => Packing.KeyOf(Words[index]);

    /// <summary>The weight at a place, valued at a moment; a moment before the landmark counts as the landmark.</summary>
    public float WeightAt(int index, uint seconds, uint halfLife) =>
        (float)ForwardDecay.Value(Packing.WeightOf(Words[index]), _landmark, seconds, halfLife);

    /// <summary>The weight of a key, valued at a moment; 0 where there is none.</summary>
    public float WeightOf(ulong key, uint seconds, uint halfLife)
    {
        var index = Find(key);
        return index < 0 ? 0 : WeightAt(index, seconds, halfLife);
    }

    /// <summary>Adds to weights; each key may be named more than once. Past <paramref name="cap"/> the smallest weights leave.</summary>
    /// <param name="changes">Key and change of each, not longer than 64; reordered.</param>
    /// <param name="seconds">When.</param>
    /// <param name="halfLife">In seconds.</param>
    /// <param name="cap">How many keys there may be.</param>
    public DecayedWeights Add(Span<(ulong Key, float Change)> changes, uint seconds, uint halfLife, int cap)
    {
        changes.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        var moved = MovedTo(seconds, halfLife);
        var growth = (float)ForwardDecay.Growth(moved._landmark, seconds, halfLife);
        var old = moved.Words;
        Span<ulong> merged = stackalloc ulong[old.Length + changes.Length];
        var count = 0;
        var (i, j) = (0, 0);
        while (i < old.Length || j < changes.Length)
        {
            var key = j == changes.Length ? Packing.KeyOf(old[i])
                : i == old.Length ? changes[j].Key
                : Math.Min(Packing.KeyOf(old[i]), changes[j].Key);
            var weight = 0f;
            if (i < old.Length && Packing.KeyOf(old[i]) == key)
                weight = Packing.WeightOf(old[i++]);
            for (; j < changes.Length && changes[j].Key == key; j++)
                weight += changes[j].Change * growth;
            if (MathF.Abs(weight) >= SmallestStored)
                merged[count++] = Packing.Pack(key, Math.Clamp(weight, -LargestStored, LargestStored));
        }

        return new DecayedWeights(Strongest(merged[..count], cap), moved._landmark);
    }

    /// <summary>Adds to the weight of one key.</summary>
    public DecayedWeights Add(ulong key, float change, uint seconds, uint halfLife, int cap) =>
        Add([(key, change)], seconds, halfLife, cap);

    /// <summary>Adds the weights of another map.</summary>
    public DecayedWeights Add(DecayedWeights other, uint halfLife, int cap)
    {
        if (Count == 0 && other.Count <= cap)
            return other;
        Span<(ulong, float)> changes = stackalloc (ulong, float)[other.Count];
        for (var i = 0; i < changes.Length; i++)
            changes[i] = (other.KeyAt(i), other.WeightAt(i, other._landmark, halfLife));
        return changes.IsEmpty ? this : Add(changes, other._landmark, halfLife, cap);
    }

    /// <summary>Raises each weight to at least what another map has.</summary>
    public DecayedWeights Raise(DecayedWeights other, uint halfLife, int cap)
    {
        if (Count == 0 && other.Count <= cap)
            return other;
        var raised = this;
        var seconds = Math.Max(_landmark, other._landmark);
        for (var i = 0; i < other.Count; i++)
            raised = raised.Raise(other.KeyAt(i), other.WeightAt(i, seconds, halfLife), seconds, halfLife, cap);
        return raised;
    }

    /// <summary>Raises the weight of one key to at least a value.</summary>
    public DecayedWeights Raise(ulong key, float value, uint seconds, uint halfLife, int cap) =>
        WeightOf(key, seconds, halfLife) is var now && now < value ? Add(key, value - now, seconds, halfLife, cap) : this;

    /// <summary>Adds to the weight of one key, but where there is no room a new key takes the place of a much smaller weight only.</summary>
    /// <param name="key">The key.</param>
    /// <param name="change">What is added.</param>
    /// <param name="share">The largest share of the change that a weight may have which leaves for it.</param>
    /// <param name="seconds">When.</param>
    /// <param name="halfLife">In seconds.</param>
    /// <param name="cap">How many keys there may be.</param>
    public DecayedWeights AddUnlessCrowded(ulong key, float change, float share, uint seconds, uint halfLife, int cap)
    {
        if (Count >= cap && Find(key) < 0)
        {
            var weakest = float.MaxValue;
            for (var i = 0; i < Count; i++) weakest = Math.Min(weakest, MathF.Abs(WeightAt(i, seconds, halfLife)));
            if (weakest > share * MathF.Abs(change)) return this;
        }

        return Add(key, change, seconds, halfLife, cap);
    }

    /// <summary>Takes a key out.</summary>
    public DecayedWeights Remove(ulong key)
    {
        var index = Find(key);
        return index < 0 ? this : new DecayedWeights([.. Words[..index], .. Words[(index + 1)..]], _landmark);
    }

    public void Write(ref ByteWriter writer)
    {
        writer.Varint((ulong)Count);
        writer.Varint(_landmark);
        var previous = 0UL;
        foreach (var word in Words)
        {
            writer.Varint(Packing.KeyOf(word) - previous);
            writer.Low(word, Packing.WeightBits / 8);
            previous = Packing.KeyOf(word);
        }
    }

    public static DecayedWeights Read(ref ByteReader reader, int cap, ulong largestKey = Packing.KeyMask)
    {
        var count = reader.Varint(cap);
        var landmark = reader.Varint32();
        var words = count == 0 ? null : new ulong[count];
        var key = 0UL;
        for (var i = 0; i < count; i++)
        {
            var step = reader.Varint();
            ByteReader.Require((step > 0 || i == 0) && step <= largestKey - key, "keys are out of order or out of range");
            key += step;
            var word = (key << Packing.WeightBits) | reader.Low(Packing.WeightBits / 8);
            ByteReader.Require(MathF.Abs(Packing.WeightOf(word)) is >= SmallestStored and <= 2 * LargestStored, "a weight is out of range");
            words![i] = word;
        }

        return new DecayedWeights(words, landmark);
    }

    private DecayedWeights MovedTo(uint seconds, uint halfLife)
    {
        if (Count == 0)
            return new DecayedWeights(null, seconds);
        var halfLives = ForwardDecay.HalfLivesToMove(_landmark, seconds, halfLife);
        if (halfLives == 0)
            return this;
        var kept = new ulong[Count];
        var count = 0;
        foreach (var word in Words)
        {
            var weight = MathF.ScaleB(Packing.WeightOf(word), -(int)Math.Min(halfLives, 1024));
            if (MathF.Abs(weight) >= SmallestStored)
                kept[count++] = Packing.Pack(Packing.KeyOf(word), weight);
        }

        return new DecayedWeights(kept[..count], _landmark + (halfLives * halfLife));
    }

    private static ulong[]? Strongest(Span<ulong> words, int cap)
    {
        if (words.IsEmpty)
            return null;
        if (words.Length <= cap)
            return words.ToArray();
        Span<float> strengths = stackalloc float[words.Length];
        for (var i = 0; i < words.Length; i++)
            strengths[i] = MathF.Abs(Packing.WeightOf(words[i]));
        strengths.Sort();
        var weakestKept = strengths[^cap];
        var surplus = strengths[^cap..].LastIndexOf(weakestKept) + 1;
        var kept = new ulong[cap];
        var count = 0;
        foreach (var word in words)
        {
            var strength = MathF.Abs(Packing.WeightOf(word));
            if (strength > weakestKept || (strength == weakestKept && surplus-- > 0))
                kept[count++] = word;
        }

        return kept;
    }

    private int Find(ulong key)
    {
        var sorted = Words;
        var (low, high) = (0, sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = Packing.KeyOf(sorted[middle]);
            if (at == key)
                return middle;
            if (at < key)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }
}
