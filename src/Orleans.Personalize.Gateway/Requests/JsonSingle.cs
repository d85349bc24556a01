using System.Text.Json;
using Orleans.Personalize.Gateway.Problems;

namespace Orleans.Personalize.Gateway.Requests;

/// <summary>A body of one object whose id also stands in the path.</summary>
internal static class JsonSingle
{
    /// <summary>Reads the object; an id that the body leaves out is taken from the path.</summary>
    /// <param name="body">The body.</param>
    /// <param name="id">The id in the path.</param>
    /// <param name="property">The property that holds the same id.</param>
    /// <exception cref="InvalidRequestException">It is wrong, or names another id than the path.</exception>
    public static T Read<T, TId>(JsonElement body, TId id, string property = "id")
        where T : class
        where TId : struct, IId<TId>
    {
        if (body.ValueKind != JsonValueKind.Object)
            throw new ProblemException(StatusCodes.Status400BadRequest, "body", "must be an object");
        if (JsonFault.Lacks(body, property))
            body = With(property, id.Value, body);
        else if (JsonFault.TextOf(body, property) is { } written && written != id.Value)
            throw new InvalidRequestException(property, $"is '{written}' in the body and '{id}' in the path");
        return JsonFault.TryRead<T>(body, out var value) is { } fault
            ? throw new InvalidRequestException(fault.Field ?? "body", fault.Reason)
            : value!;
    }

    private static JsonElement With(string property, string id, JsonElement body)
    {
        var separator = body.GetPropertyCount() == 0 ? "" : ",";
        return JsonElement.Parse($"{{\"{property}\":{JsonSerializer.Serialize(id)}{separator}{body.GetRawText().AsSpan(1)}");
    }
}
