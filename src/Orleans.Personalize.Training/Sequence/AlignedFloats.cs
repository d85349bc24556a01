namespace Orleans.Personalize.Training.Sequence;

/// <summary>Numbers that never move and begin at a cache line, for kernels that work with addresses. They live as long as their arena.</summary>
internal sealed unsafe class AlignedFloats(FloatArena arena, int length)
{
    public int Length { get; } = length;

    public float* Pointer { get; } = arena.Take(length);

    public Span<float> Span => new(Pointer, Length);
}
