using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Orleans.Personalize.EventLogs;

/// <summary>Which events were read already; 16 bytes of a hash each, by which no two different ones are ever taken for the same.</summary>
internal sealed class SeenEvents
{
    private readonly HashSet<UInt128> _seen = [];

    /// <summary>Notes an event; false where it was noted before.</summary>
    /// <param name="owner">Whose event: ids are chosen by senders for one profile.</param>
    /// <param name="id">Its id.</param>
    public bool Add(string owner, string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{owner}\n{id}"), hash);
        return _seen.Add(MemoryMarshal.Read<UInt128>(hash));
    }
}
