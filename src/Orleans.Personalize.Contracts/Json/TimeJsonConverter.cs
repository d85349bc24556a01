using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orleans.Personalize.Json;

/// <summary>Reads and writes a moment as ISO 8601 with its offset from UTC; without one, the reading machine's own time zone would decide.</summary>
internal sealed class TimeJsonConverter : JsonConverter<DateTimeOffset>
{
    private const string Reason = "must be a time with its offset from UTC, such as 2026-03-01T20:15:00+01:00";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var time) && NamesItsOffset(reader.GetString())
            ? time
            : throw new JsonException(Reason);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static bool NamesItsOffset(string? text)
    {
        var clock = text is null ? -1 : text.IndexOf('T', StringComparison.Ordinal);
        return clock >= 0 && text.AsSpan(clock).IndexOfAny('Z', '+', '-') > 0;
    }
}
