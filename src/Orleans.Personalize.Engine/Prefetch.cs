using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Orleans.Personalize.Engine;

/// <summary>Has memory brought near that is going to be read soon, where the processor knows how: what takes time is waiting for it.</summary>
internal static class Prefetch
{
    /// <summary>Begins to bring the line of an element near and does not wait for it.</summary>
    /// <param name="element">The element, which is not read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Of<T>(ref readonly T element)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in element)));
    }
}
