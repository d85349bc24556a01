using System.Collections.Immutable;
using System.Text.Json;
using Orleans.Personalize.Events;
using Orleans.Personalize.Json;

namespace Orleans.Personalize.Grains.Profiles;

/// <summary>Events as lines of JSON.</summary>
/// <param name="Bytes">UTF-8; every line ends in a line feed.</param>
/// <param name="Count">How many events.</param>
internal sealed record EventLines(byte[] Bytes, int Count)
{
    private const byte LineFeed = (byte)'\n';

    /// <summary>No events.</summary>
    public static EventLines Empty { get; } = new([], 0);

    /// <summary>These events and then others.</summary>
    public EventLines Append(ImmutableArray<ProfileEvent> events)
    {
        if (events.IsEmpty)
            return this;
        using var stream = new MemoryStream(Bytes.Length + (256 * events.Length));
        stream.Write(Bytes);
        foreach (var profileEvent in events)
        {
            JsonSerializer.Serialize(stream, profileEvent, PersonalizeJson.Options);
            stream.WriteByte(LineFeed);
        }

        return new EventLines(stream.ToArray(), Count + events.Length);
    }

    /// <summary>These events and then others.</summary>
    public EventLines Append(EventLines others) =>
        Count == 0 ? others : new EventLines([.. Bytes, .. others.Bytes], Count + others.Count);

    /// <summary>The events from <paramref name="start"/> on, at most <paramref name="count"/> of them.</summary>
    public EventLines Slice(int start, int count)
    {
        if (start == 0 && count >= Count)
            return this;
        var from = OffsetOf(start);
        return new EventLines(Bytes[from..OffsetOf(start + count)], Math.Clamp(Count - start, 0, count));
    }

    /// <summary>Reads the events.</summary>
    public void CopyTo(ImmutableArray<ProfileEvent>.Builder events)
    {
        var rest = Bytes.AsSpan();
        for (var end = rest.IndexOf(LineFeed); end >= 0; end = rest.IndexOf(LineFeed))
        {
            events.Add(JsonSerializer.Deserialize<ProfileEvent>(rest[..end], PersonalizeJson.Options)!);
            rest = rest[(end + 1)..];
        }
    }

    private int OffsetOf(int line)
    {
        var offset = 0;
        for (; line > 0 && offset < Bytes.Length; line--)
            offset += Bytes.AsSpan(offset).IndexOf(LineFeed) + 1;
        return offset;
    }
}
