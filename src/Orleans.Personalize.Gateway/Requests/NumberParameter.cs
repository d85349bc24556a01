using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Orleans.Personalize.Gateway.Requests;

/// <summary>A whole number within bounds.</summary>
internal sealed record NumberParameter(string Name, int Min, int Max, int? Default, string Description) : QueryParameter(Name, Description)
{
    /// <summary>The number; the default where absent.</summary>
    /// <exception cref="InvalidRequestException">It is no whole number within the bounds.</exception>
    public int? Read(HttpContext context) => Text(context) switch
    {
        null => Default,
        var text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= Min && number <= Max => number,
        _ => throw new InvalidRequestException(Name, $"must be a whole number from {Min} to {Max}"),
    };

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = Min.ToString(CultureInfo.InvariantCulture),
        Maximum = Max.ToString(CultureInfo.InvariantCulture),
        Default = Default is { } number ? JsonValue.Create(number) : null,
    };
}
