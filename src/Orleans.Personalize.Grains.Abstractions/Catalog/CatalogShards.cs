using System.Globalization;

namespace Orleans.Personalize.Grains.Catalog;

/// <summary>How a catalogue is cut into parts by title number.</summary>
public static class CatalogShards
{
    /// <summary>Title numbers a part. Never changes: what is stored depends on it.</summary>
    public const int Size = 128;

    /// <summary>The part that holds a number.</summary>
    public static int Of(int number) => number / Size;

    /// <summary>How many parts hold the numbers 0 to <paramref name="numbers"/> - 1.</summary>
    public static int Count(int numbers) => (numbers + Size - 1) / Size;

    /// <summary>The grain key of a part.</summary>
    public static string Key(string tenant, int shard) => new GrainKey(tenant, shard.ToString(CultureInfo.InvariantCulture)).ToString();
}
