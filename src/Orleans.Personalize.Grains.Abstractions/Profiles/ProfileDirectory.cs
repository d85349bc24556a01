using System.Globalization;
using System.Text;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>How the list of a tenant's profiles is cut into parts.</summary>
public static class ProfileDirectory
{
    /// <summary>How many parts there are. Never changes: what is stored depends on it.</summary>
    public const int Shards = 64;

    /// <summary>The key of the <see cref="IProfileDirectoryGrain"/> that lists a profile.</summary>
    public static string KeyOf(string tenant, ProfileId profile)
    {
        // FNV-1a (Fowler, Noll, Vo), 32 bits: the same on every machine and for ever, unlike string.GetHashCode.
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(profile.Value))
            hash = (hash ^ b) * 16777619u;
        return Key(tenant, (int)(hash % Shards));
    }

    /// <summary>The keys of all parts.</summary>
    public static IEnumerable<string> Keys(string tenant) => Enumerable.Range(0, Shards).Select(shard => Key(tenant, shard));

    private static string Key(string tenant, int shard) => new GrainKey(tenant, shard.ToString(CultureInfo.InvariantCulture)).ToString();
}
