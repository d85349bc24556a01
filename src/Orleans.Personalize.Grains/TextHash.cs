using System.Text;

namespace Orleans.Personalize.Grains;

/// <summary>A hash of text that is the same in every process: FNV-1a (Fowler, Noll, Vo) with the finalizer of MurmurHash3 (Appleby).</summary>
internal static class TextHash
{
    /// <summary>The hash of a text.</summary>
    public static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in Encoding.UTF8.GetBytes(text))
            hash = (hash ^ value) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 33);
    }
}
