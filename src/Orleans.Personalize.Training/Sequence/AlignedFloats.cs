using System.Runtime.InteropServices;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>Numbers that never move and begin at a cache line, for kernels that work with addresses. Starts as zeros.</summary>
internal sealed unsafe class AlignedFloats
{
    private const int Alignment = 64;

    private readonly float[] _array;

    public AlignedFloats(int length)
    {
        _array = GC.AllocateArray<float>(length + (Alignment / sizeof(float)), pinned: true);
        fixed (float* first = _array)
        {
            Pointer = (float*)(((nint)first + Alignment - 1) / Alignment * Alignment);
        }

        Length = length;
    }

    public int Length { get; }

    public float* Pointer { get; }

    public Memory<float> Memory => _array.AsMemory((int)(Pointer - (float*)Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0)), Length);

    public Span<float> Span => new(Pointer, Length);
}
