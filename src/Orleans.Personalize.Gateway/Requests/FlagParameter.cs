using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Orleans.Personalize.Gateway.Requests;

/// <summary>True or false; false where absent.</summary>
internal sealed record FlagParameter(string Name, string Description) : QueryParameter(Name, Description)
{
    /// <summary>Whether it is set.</summary>
    /// <exception cref="InvalidRequestException">It is neither true nor false.</exception>
    public bool Read(HttpContext context) => Text(context) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new InvalidRequestException(Name, "must be true or false"),
    };

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new() { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(false) };
}
