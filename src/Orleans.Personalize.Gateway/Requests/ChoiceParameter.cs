using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Orleans.Personalize.Gateway.Requests;

/// <summary>One of a few words.</summary>
/// <typeparam name="T">The words, as an enum; written in camel case.</typeparam>
internal sealed record ChoiceParameter<T>(string Name, T Default, string Description) : QueryParameter(Name, Description)
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Words =
        Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()), StringComparer.Ordinal);

    /// <summary>The choice; the default where absent.</summary>
    /// <exception cref="InvalidRequestException">It is none of the words.</exception>
    public T Read(HttpContext context) => Text(context) switch
    {
        null => Default,
        var text when Words.TryGetValue(text, out var value) => value,
        _ => throw new InvalidRequestException(Name, "must be one of " + string.Join(", ", Words.Keys)),
    };

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. Words.Keys.Select(word => (JsonNode)JsonValue.Create(word))],
        Default = JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(Default.ToString())),
    };
}
