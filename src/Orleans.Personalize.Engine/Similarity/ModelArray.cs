using System.Runtime.InteropServices;

namespace Orleans.Personalize.Engine.Similarity;

/// <summary>An array that lies in the bytes of a model file.</summary>
internal readonly struct ModelArray<T>(ReadOnlyMemory<byte> bytes)
    where T : unmanaged
{
    public ReadOnlySpan<T> Span => MemoryMarshal.Cast<byte, T>(bytes.Span);
}
