using System.Diagnostics.CodeAnalysis;

namespace Orleans.Personalize.Engine;

/// <summary>Countries by their ISO 3166-1 alpha-2 codes.</summary>
internal static class CountryCode
{
    /// <summary>The sentence to show when a value is no code.</summary>
    public const string Reason = "must be two capital letters, an ISO 3166-1 alpha-2 code";

    /// <summary>Whether a text has the form of a code.</summary>
    public static bool IsValid([NotNullWhen(true)] string? code) => code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];
}
