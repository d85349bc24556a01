using System.Runtime.InteropServices;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>
/// Memory outside the garbage-collected heap for everything that a run works with: what is taken from it stays where it is until the arena is
/// disposed of, at the end of the run, by whoever made it.
/// </summary>
internal sealed unsafe class FloatArena : IDisposable
{
    private const nuint Alignment = 64;

    private readonly List<nint> _blocks = [];

    /// <summary>Takes room for some numbers, all zero.</summary>
    public float* Take(int length)
    {
        var bytes = Math.Max((nuint)length * sizeof(float), Alignment);
        var block = NativeMemory.AlignedAlloc(bytes, Alignment);
        NativeMemory.Clear(block, bytes);
        _blocks.Add((nint)block);
        return (float*)block;
    }

    public void Dispose()
    {
        _blocks.ForEach(block => NativeMemory.AlignedFree((void*)block));
        _blocks.Clear();
    }
}
