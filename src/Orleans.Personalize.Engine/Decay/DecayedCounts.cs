using Orleans.Personalize.Engine.Encoding;
using Orleans.Personalize.Engine.Profiles;

namespace Orleans.Personalize.Engine.Decay;

/// <summary>
/// A bounded immutable map from numbers to counts under <see cref="ForwardDecay"/>. Past its cap the smallest count leaves, but never the one
/// that was just added to: else nothing new could ever get in.
/// </summary>
internal readonly struct DecayedCounts
{
    private const float SmallestStored = 1e-30f;

    private readonly (int Key, float Stored)[]? _entries;
    private readonly uint _landmark;

    private DecayedCounts((int Key, float Stored)[] entries, uint landmark)
    {
        _entries = entries;
        _landmark = landmark;
    }

    /// <summary>How many numbers have a count.</summary>
    public int Count => Entries.Length;

    private ReadOnlySpan<(int Key, float Stored)> Entries => _entries;

    /// <summary>The number at a place, ascending, and its count valued at a moment.</summary>
    public (int Key, float Count) At(int index, uint seconds, uint halfLife) =>
        (Entries[index].Key, (float)ForwardDecay.Value(Entries[index].Stored, _landmark, seconds, halfLife));

    /// <summary>The count of a number, valued at a moment; 0 where it has none.</summary>
    public float ValueOf(int key, uint seconds, uint halfLife) => Find(Entries, key) is >= 0 and var index ? At(index, seconds, halfLife).Count : 0;

    /// <summary>Adds to the count of a number at a moment, in seconds since <see cref="Interaction.Origin"/>.</summary>
    /// <param name="key">The number.</param>
    /// <param name="change">What is added, above 0.</param>
    /// <param name="seconds">When.</param>
    /// <param name="halfLife">In seconds.</param>
    /// <param name="cap">How many numbers may have a count.</param>
    public DecayedCounts Add(int key, float change, uint seconds, uint halfLife, int cap)
    {
        var landmark = Count == 0 ? seconds : _landmark;
        var moved = ForwardDecay.HalfLivesToMove(landmark, seconds, halfLife);
        landmark += moved * halfLife;
        var entries = Moved(moved);
        var stored = change * (float)ForwardDecay.Growth(landmark, seconds, halfLife);
        var index = Find(entries, key);
        if (index >= 0)
            entries[index].Stored += stored;
        else if (entries.Length < cap)
            entries = [.. entries.AsSpan(0, ~index), (key, stored), .. entries.AsSpan(~index)];
        else
            Replace(entries, Smallest(entries), ~index, (key, stored));
        return new DecayedCounts(entries, landmark);
    }

    public void Write(ref ByteWriter writer)
    {
        writer.Varint((ulong)Count);
        writer.Varint(_landmark);
        var previous = 0;
        foreach (var (key, stored) in Entries)
        {
            writer.Varint((ulong)(key - previous));
            writer.Single(stored);
            previous = key;
        }
    }

    public static DecayedCounts Read(ref ByteReader reader, int cap, int largestKey)
    {
        var entries = new (int Key, float Stored)[reader.Varint(cap)];
        var landmark = reader.Varint32();
        var key = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            var step = reader.Varint(largestKey - key);
            ByteReader.Require(step > 0 || i == 0, "numbers are out of order");
            key += step;
            entries[i] = (key, reader.Amount());
        }

        return new DecayedCounts(entries, landmark);
    }

    private (int Key, float Stored)[] Moved(uint halfLives)
    {
        if (halfLives == 0)
            return Entries.ToArray();
        var kept = new List<(int Key, float Stored)>(Count);
        foreach (var (key, stored) in Entries)
        {
            if (MathF.ScaleB(stored, -(int)Math.Min(halfLives, 1024)) is >= SmallestStored and var moved)
                kept.Add((key, moved));
        }

        return [.. kept];
    }

    private static int Smallest((int Key, float Stored)[] entries)
    {
        var smallest = 0;
        for (var i = 1; i < entries.Length; i++)
        {
            if (entries[i].Stored < entries[smallest].Stored)
                smallest = i;
        }

        return smallest;
    }

    /// <summary>Takes one entry out and puts another in at its place in the order.</summary>
    private static void Replace((int Key, float Stored)[] entries, int leaving, int place, (int Key, float Stored) entry)
    {
        if (leaving < place)
            entries.AsSpan((leaving + 1)..place).CopyTo(entries.AsSpan(leaving));
        else
            entries.AsSpan(place..leaving).CopyTo(entries.AsSpan(place + 1));
        entries[leaving < place ? place - 1 : place] = entry;
    }

    /// <summary>Where a number is; the complement of where it belongs when it is not there.</summary>
    private static int Find(ReadOnlySpan<(int Key, float Stored)> entries, int key)
    {
        var (low, high) = (0, entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (entries[middle].Key == key)
                return middle;
            if (entries[middle].Key < key)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }
}
