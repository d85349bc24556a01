using Orleans.Personalize.Engine.Encoding;

namespace Orleans.Personalize.Engine.Profiles;

/// <summary>A list of different titles by catalogue number, oldest first.</summary>
internal static class TitleList
{
    /// <summary>Puts a title at the end, where it is not there yet; past the cap the oldest leaves.</summary>
    public static int[] With(int[] titles, int title, int cap)
    {
        if (titles.Contains(title))
            return titles;
        return titles.Length < cap ? [.. titles, title] : [.. titles.AsSpan(1), title];
    }

    /// <summary>Takes a title off; the same list where it is not there.</summary>
    public static int[] Without(int[] titles, int title)
    {
        var index = Array.IndexOf(titles, title);
        return index < 0 ? titles : [.. titles.AsSpan(0, index), .. titles.AsSpan(index + 1)];
    }

    public static void Write(ref ByteWriter writer, int[] titles)
    {
        writer.Varint((ulong)titles.Length);
        foreach (var title in titles)
            writer.Varint((ulong)title);
    }

    public static int[] Read(ref ByteReader reader, int cap)
    {
        var count = reader.Varint(cap);
        var titles = count == 0 ? [] : new int[count];
        for (var i = 0; i < count; i++)
        {
            titles[i] = reader.Varint(ProfileMemory.Titles - 1);
            ByteReader.Require(!titles.AsSpan(0, i).Contains(titles[i]), "a list has a title twice");
        }

        return titles;
    }
}
