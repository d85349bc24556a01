using System.Text.Json;

namespace Orleans.Personalize.EventLogs;

/// <summary>Lines of events.</summary>
internal static class EventLines
{
    private const byte LineFeed = (byte)'\n';

    /// <summary>The lines, each without its line feed.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(ReadOnlyMemory<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            var end = lines.Span.IndexOf(LineFeed);
            if (end < 0)
                end = lines.Length;
            yield return lines[..end];
            lines = lines[Math.Min(end + 1, lines.Length)..];
        }
    }

    /// <summary>The event's id and profile, without reading the rest.</summary>
    /// <exception cref="InvalidDataException">The line is no event.</exception>
    public static (string Profile, string Event) KeyOf(ReadOnlyMemory<byte> line)
    {
        string? id = null, profile = null;
        try
        {
            var reader = new Utf8JsonReader(line.Span);
            reader.Read();
            while ((id is null || profile is null) && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("id"u8);
                var isProfile = reader.ValueTextEquals("profile"u8);
                reader.Read();
                if (isId)
                    id = reader.GetString();
                else if (isProfile)
                    profile = reader.GetString();
                else
                    reader.Skip();
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("the event log holds a line that is no event", error);
        }

        return (profile ?? throw NoEvent(), id ?? throw NoEvent());
    }

    /// <summary>Whether the event's own time is before a moment; never before none.</summary>
    /// <exception cref="InvalidDataException">The line is no event.</exception>
    public static bool IsBefore(ReadOnlyMemory<byte> line, DateTimeOffset? moment)
    {
        if (moment is null)
            return false;
        try
        {
            var reader = new Utf8JsonReader(line.Span);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isTime = reader.ValueTextEquals("time"u8);
                reader.Read();
                if (isTime)
                    return reader.GetDateTimeOffset() < moment;
                reader.Skip();
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("the event log holds a line that is no event", error);
        }

        throw NoEvent();
    }

    private static InvalidDataException NoEvent() => new("the event log holds a line that is no event");
}
