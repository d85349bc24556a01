using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Orleans.Personalize.Training.Sequence;

/// <summary>Operations along rows of numbers that are given by address.</summary>
internal static unsafe class Rows
{
    /// <summary>target += scale * source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(float* source, float scale, float* target, int count) =>
        TensorPrimitives.MultiplyAdd(new ReadOnlySpan<float>(source, count), scale, new ReadOnlySpan<float>(target, count), new Span<float>(target, count));

    /// <summary>target += source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(float* source, float* target, int count) =>
        TensorPrimitives.Add(new ReadOnlySpan<float>(source, count), new ReadOnlySpan<float>(target, count), new Span<float>(target, count));

    /// <summary>target := source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(float* source, float* target, int count) =>
        new ReadOnlySpan<float>(source, count).CopyTo(new Span<float>(target, count));

    /// <summary>target := 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear(float* target, nint count) => new Span<float>(target, (int)count).Clear();
}
