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
        if (JsonFault.Lacks(body, "id"))
            body = WithId(body, id.Value);
        else if (JsonFault.TextOf(body, "id") is { } written && written != id.Value)
            throw new InvalidRequestException("id", $"is '{written}' in the body and '{id}' in the path");
        return JsonFault.TryRead<T>(body, out var value) is { } fault
            ? throw new InvalidRequestException(fault.Field ?? "body", fault.Reason)
            : value!;
    }

    private static JsonElement WithId(JsonElement body, string id)
    {
        var separator = body.GetPropertyCount() == 0 ? "" : ",";
        return JsonElement.Parse($"{{\"id\":{JsonSerializer.Serialize(id)}{separator}{body.GetRawText().AsSpan(1)}");
    }
}
