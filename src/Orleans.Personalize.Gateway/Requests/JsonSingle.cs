using System.Text.Json;
using Orleans.Personalize.Gateway.Problems;

namespace Orleans.Personalize.Gateway.Requests;

/// <summary>A body of one object whose id also stands in the path.</summary>
internal static class JsonSingle
{
    /// <summary>Reads the object; an id that the body leaves out is taken from the path.</summary>
    /// <exception cref="InvalidRequestException">It is wrong, or names another id than the path.</exception>
    public static T Read<T, TId>(JsonElement body, TId id)
        where T : class
        where TId : struct, IId<TId>
    {
        if (body.ValueKind != JsonValueKind.Object)
            throw new ProblemException(StatusCodes.Status400BadRequest, "body", "must be an object");
        if (!body.TryGetProperty("id", out var written))
            body = WithId(body, id.Value);
        else if (written.ValueKind == JsonValueKind.String && JsonFault.Text(written) != id.Value)
            throw new InvalidRequestException("id", $"is '{JsonFault.Text(written)}' in the body and '{id.Value}' in the path");
        return JsonFault.TryRead<T>(body, out var value) is { } fault
            ? throw new InvalidRequestException(fault.Field ?? "body", fault.Reason)
            : value!;
    }

    private static JsonElement WithId(JsonElement body, string id)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            foreach (var property in body.EnumerateObject())
                property.WriteTo(writer);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.ToArray());
    }
}
