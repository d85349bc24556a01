namespace Orleans.Personalize.Engine.Pages;

/// <summary>Room for the lists of titles that live as long as one answer, used again for the next one.</summary>
internal sealed class NumberRoom
{
    private int[] _room = new int[1024];
    private int _used;

    /// <summary>Takes everything back: what was handed out is no longer anybody's.</summary>
    public void Clear() => _used = 0;

    /// <summary>Hands out room; what is in it is left from others.</summary>
    /// <param name="count">For how many numbers.</param>
    public Memory<int> Take(int count)
    {
        // Room that was handed out earlier stays where it is.
        if (_room.Length - _used < count) (_room, _used) = (new int[Math.Max(2 * _room.Length, count)], 0);
        var taken = _room.AsMemory(_used, count);
        _used += count;
        return taken;
    }

    /// <summary>Keeps a copy of some numbers.</summary>
    public ReadOnlyMemory<int> Keep(ReadOnlySpan<int> numbers)
    {
        var kept = Take(numbers.Length);
        numbers.CopyTo(kept.Span);
        return kept;
    }
}
