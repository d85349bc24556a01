using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Orleans.Personalize.Gateway.Requests;

/// <summary>A text that matches a pattern.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MaxLength">Longest value, in characters.</param>
/// <param name="Pattern">A regular expression for the whole value; null for any text without control characters.</param>
/// <param name="Expectation">The sentence to show when it does not match.</param>
/// <param name="Description">What it is for.</param>
internal sealed record TextParameter(string Name, int MaxLength, string? Pattern, string Expectation, string Description) : QueryParameter(Name, Description)
{
    private readonly Regex _regex = new(Pattern ?? @"^\P{Cc}+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>The text; null where absent.</summary>
    /// <exception cref="InvalidRequestException">It does not match.</exception>
    public string? Read(HttpContext context) => Text(context) switch
    {
        null => null,
        var text when text.Length <= MaxLength && _regex.IsMatch(text) => text,
        _ => throw new InvalidRequestException(Name, Expectation),
    };

    /// <inheritdoc/>
    public override OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.String,
        MaxLength = MaxLength,
        Pattern = Pattern,
    };
}
